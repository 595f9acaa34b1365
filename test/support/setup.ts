import 'reflect-metadata';
import { holdFetchToContract } from './contract/contract-fetch.js';

holdFetchToContract();

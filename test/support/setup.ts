// CommonJS packages that load Nest must find it already loaded as a module, or Jest on Node 20 and 22 refuses them.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
import '@nestjs/bull-shared';
import { holdFetchToContract } from './contract/contract-fetch.js';

holdFetchToContract();

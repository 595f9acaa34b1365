import { Module } from '@nestjs/common';

/** The API under `/v1`. It has no routes yet: whatever is asked is answered with the problem `route.unknown`. */
@Module({})
export class ApiModule {}

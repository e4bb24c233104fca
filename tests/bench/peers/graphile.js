// node graphile.js install URL
// node graphile.js produce URL COUNT BATCH LANES
// node graphile.js work URL ORIGIN CONCURRENCY CONNECTIONS PIPELINING
const { Logger, makeWorkerUtils, run, runMigrations } = require('graphile-worker');
const { produce, sender } = require('./callback');

const [mode, connectionString, ...rest] = process.argv.slice(2);
const logger = new Logger(() => (level, message) => { if (level === 'error') console.error(message); });

async function producing(count, batch, lanes) {
    const utils = await makeWorkerUtils({ connectionString, logger });
    await produce(count, batch, lanes, (callbacks) =>
        utils.addJobs(callbacks.map((payload) => ({ identifier: 'callback', payload, maxAttempts: 11 }))));
    await utils.release();
}

// Jobs fetched and completed in batches, as its documentation advises for throughput.
async function working(origin, concurrency, connections, pipelining) {
    const send = sender(origin, connections, pipelining);
    await run({
        taskList: { callback: send },
        preset: { worker: { connectionString, logger, concurrentJobs: concurrency, maxPoolSize: 10,
                            localQueue: { size: 4 * concurrency }, completeJobBatchDelay: 0 } },
    });
    console.log('ready');
}

if (mode === 'install') runMigrations({ connectionString, logger });
else if (mode === 'produce') producing(...rest.map(Number));
else working(rest[0], ...rest.slice(1).map(Number));

// node bullmq.js produce PORT COUNT BATCH LANES
// node bullmq.js work PORT ORIGIN CONCURRENCY CONNECTIONS PIPELINING
const { Queue, Worker } = require('bullmq');
const { produce, sender } = require('./callback');

const [mode, port, ...rest] = process.argv.slice(2);
const connection = { host: '127.0.0.1', port: +port, maxRetriesPerRequest: null };

async function producing(count, batch, lanes) {
    const queue = new Queue('callbacks', { connection });
    await queue.waitUntilReady();
    const opts = { attempts: 11, backoff: { type: 'exponential', delay: 5000 }, removeOnComplete: true };
    await produce(count, batch, lanes,
                  (callbacks) => queue.addBulk(callbacks.map((data) => ({ name: 'callback', data, opts }))));
    await queue.close();
}

async function working(origin, concurrency, connections, pipelining) {
    const send = sender(origin, connections, pipelining);
    const worker = new Worker('callbacks', (job) => send(job.data), { connection, concurrency });
    worker.on('error', (error) => console.error(error.message));
    await worker.waitUntilReady();
    console.log('ready');
}

if (mode === 'produce') producing(...rest.map(Number));
else working(rest[0], ...rest.slice(1).map(Number));

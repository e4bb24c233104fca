// What both queues carry and how they send it: the same record as Callboard's load, POSTed with the same headers by
// undici, requests pipelined on a few connections.
const fs = require('fs');
const { Pool } = require('undici');

const [before, between, after] = fs.readFileSync(process.env.BENCH_RECORD, 'utf8').split('000000000000');

function callback(number) {
    const digits = String(number).padStart(12, '0');
    return { id: `bench_${number}`, body: before + digits + between + digits + after };
}

// Numbers in batches, `lanes` batches under way at a time; add(callbacks) takes one.
async function produce(count, batch, lanes, add) {
    let next = 0;
    async function lane() {
        while (next < count) {
            const callbacks = [];
            for (; next < count && callbacks.length < batch; ++next) callbacks.push(callback(next));
            await add(callbacks);
        }
    }
    const began = Date.now() / 1000;
    await Promise.all(Array.from({ length: lanes }, lane));
    console.log(JSON.stringify({ began, seconds: Date.now() / 1000 - began }));
}

function sender(origin, connections, pipelining) {
    const pool = new Pool(origin, { connections, pipelining });
    return async ({ id, body }) => {
        const answer = await pool.request({
            path: '/in', method: 'POST', body, idempotent: true, blocking: false, // or undici would not pipeline a POST
            headers: { 'content-type': 'application/json', 'webhook-id': id,
                       'webhook-timestamp': String(Math.floor(Date.now() / 1000)) },
        });
        await answer.body.dump();
        if (answer.statusCode >= 300) throw new Error(`status ${answer.statusCode}`);
    };
}

module.exports = { produce, sender };

// A peer under node: quotes the orders of one job with @balancer-labs/balancer-maths and times itself.
// Protocol, a line each way: a job {pool, state, balances, orders: [[exactOut, in, out, amount]]} → {amounts}; "round" → nanoseconds per quote.
import { createInterface } from 'node:readline';
import { GyroECLP, Gyro2CLP, Weighted, QuantAmm, Stable, SwapKind } from '@balancer-labs/balancer-maths';

const roundNanoseconds = 8_000_000n;
const pools = { eclp: GyroECLP, clp2: Gyro2CLP, weighted: Weighted, quantamm: QuantAmm, stable: Stable };
const isInteger = (value) => typeof value === 'string' && /^-?[0-9]+$/.test(value);
const revive = (value) => Array.isArray(value) ? value.map(revive) : isInteger(value) ? BigInt(value) : value;

let quote;
let orders;

function load(job) {
    const state = Object.fromEntries(Object.entries(job.state).map(([key, value]) => [key, revive(value)]));
    const balances = revive(job.balances);
    const Pool = pools[job.pool];
    const pool = new Pool(state);
    orders = job.orders.map(([exactOut, indexIn, indexOut, amount]) => ({
        swapKind: exactOut ? SwapKind.GivenOut : SwapKind.GivenIn,
        balancesLiveScaled18: balances,
        indexIn,
        indexOut,
        amountGivenScaled18: BigInt(amount),
    }));
    quote = (order) => pool.onSwap(order);
    return { amounts: orders.map((order) => quote(order).toString()) };
}

function round() {
    const start = process.hrtime.bigint();
    const busy = process.cpuUsage();
    let quotes = 0;
    let elapsed;
    do {
        for (const order of orders) quote(order);
        quotes += orders.length;
        elapsed = process.hrtime.bigint() - start;
    } while (elapsed < roundNanoseconds);
    // On a loaded machine the wall clock counts what others take, and processor time what helper threads take: the smaller of the two.
    const { user, system } = process.cpuUsage(busy);
    return Math.min(Number(elapsed), (user + system) * 1000) / quotes;
}

for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(line === 'round' ? round() : load(JSON.parse(line))));
}

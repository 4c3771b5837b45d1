// What a 2-CLP of Balancer's vault pays, to the last digit, and why it would revert.
using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Kernels.Exact.Integers;

// Integers as the contract has them: 18 decimals everywhere.
Clp2Parameters pool = Clp2Parameters.Create(sqrtAlpha: 997_496_867_163_000_167UL, sqrtBeta: 1_002_496_882_788_171_068UL, Clp2Version.BalancerV3);
UInt256[] balances = [UInt256.Parse("225637115623450332418"), UInt256.Parse("216152844573330052005")];

// Prepared once, quoted often. A refusal is a value here, too.
Revert revert = Clp2State.TryPrepare(pool, balances, out PreparedPool<Clp2State> state);
Console.WriteLine($"prepared: {revert}");

ExactQuote bought = state.SwapExactIn(tokenIn: 0, tokenOut: 1, amountIn: 5_130_178_506_520_417_644UL);
Console.WriteLine($"exact in: {bought.Revert}, {bought.Amount}");

ExactQuote sold = state.SwapExactOut(tokenIn: 0, tokenOut: 1, amountOut: 5_129_267_164_407_681_501UL);
Console.WriteLine($"exact out: {sold.Revert}, {sold.Amount}");

ExactQuote refused = state.SwapExactOut(tokenIn: 0, tokenOut: 1, amountOut: UInt256.Parse("300000000000000000000"));
Console.WriteLine($"more than there is: {refused.Revert}");

// From a real surface to the integers that a contract of ours stores, and what the two pay for one trade.
using Myco.Engine;
using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;

EllipsoidSurface surface = EllipsoidSurface.FromEclp(alpha: 0.97, beta: 1.03, c: 0.6, s: 0.8, lambda: 400);
ExactEllipsoidParameters stored = EllipsoidDerivation.FromSurface(surface, out ExactPriceBox box);
Console.WriteLine($"{stored.Count} tokens, a price box of {box.Count}");

// The same balances and the same trade on both: 18 decimals there, plain numbers here.
UInt256[] balances = [UInt256.Parse("1000000000000000000000000"), UInt256.Parse("900000000000000000000000")];
Revert revert = ExactEllipsoidState.TryPrepare(stored, balances, out PreparedPool<ExactEllipsoidState> exact);
ExactQuote paid = exact.SwapExactIn(tokenIn: 0, tokenOut: 1, amountIn: UInt256.Parse("1000000000000000000000"));
Quote quote = surface.At([1_000_000, 900_000]).SwapExactIn(assetIn: 0, assetOut: 1, amountIn: 1_000);

Console.WriteLine($"prepared: {revert}; swap: {paid.Revert}");
Console.WriteLine($"the contract pays {paid.Amount}, rounded down in the pool's favour");
Console.WriteLine($"the surface says  {quote.Amount:R}");

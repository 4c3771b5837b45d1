// One quote on a surface of two assets, what limits it, and trades that move the pool.
using Myco.Engine;
using Myco.Engine.Surfaces;

// The surface is made once; a state is one set of balances on it, prepared for any number of quotes.
EllipsoidSurface surface = EllipsoidSurface.FromEclp(alpha: 0.97, beta: 1.03, c: 0.6, s: 0.8, lambda: 400);
EllipsoidState state = surface.At([1_000_000, 900_000]);

Quote quote = state.SwapExactIn(assetIn: 0, assetOut: 1, amountIn: 1_000, fee: 0.0005);
Console.WriteLine($"1000 in: {quote.Status}, {quote.Amount:R} out");

// A bad order has a status that says why, and NaN for an amount: nothing is thrown.
Quote refused = state.SwapExactOut(assetIn: 0, assetOut: 1, amountOut: 2_000_000);
Console.WriteLine($"2000000 out: {refused.Status}, {refused.Amount} in");
Console.WriteLine($"at most {state.LargestAmount(SwapKind.ExactOut, assetIn: 0, assetOut: 1):F2} of asset 1 can be had for asset 0");

// The state above never changes. A stepped one does: each trade is applied before the next.
SteppedState market = state.ToStepped();
for (int trade = 1; trade <= 3; trade++)
{
    Quote applied = market.ApplySwapExactIn(assetIn: 0, assetOut: 1, amountIn: 100_000, fee: 0.0005);
    Console.WriteLine($"trade {trade}: {applied.Amount:F6} out");
}

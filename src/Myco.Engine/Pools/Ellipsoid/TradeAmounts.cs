namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>What a trade moves; an asset that does not move has amount zero.</summary>
/// <param name="AssetIn">Index of the asset that comes in.</param>
/// <param name="AmountIn">How much of it, below 2¹¹³.</param>
/// <param name="AssetOut">Index of the asset that goes out.</param>
/// <param name="AmountOut">How much of it, below 2¹¹³.</param>
internal readonly record struct TradeAmounts(int AssetIn, UInt128 AmountIn, int AssetOut, UInt128 AmountOut);

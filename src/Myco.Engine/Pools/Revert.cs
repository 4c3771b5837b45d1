namespace Myco.Engine.Pools;

/// <summary>Why a contract's mathematics gives no amount: the closed set of reasons, one a kind of revert on chain.</summary>
/// <remarks>Values 1 to 31 are those of <see cref="Kernels.Exact.Faults.ArithmeticFault"/>. What a contract of some era reports for each, and the reason in
/// words: <c>RevertCatalog</c>. Source: spec/04-onchain-math.md, spec/06-exact-ellipsoid.md.</remarks>
public enum Revert : byte
{
    /// <summary>No revert: there is an amount.</summary>
    None = 0,

    /// <summary>A sum does not fit the word.</summary>
    AdditionOverflow = 1,

    /// <summary>A difference does not fit the word; of unsigned numbers, it is negative.</summary>
    SubtractionOverflow,

    /// <summary>A product does not fit the word.</summary>
    MultiplicationOverflow,

    /// <summary>A dividend, scaled before its division, does not fit the word.</summary>
    DivisionOverflow,

    /// <summary>The negative of the least signed number does not fit the word.</summary>
    NegationOverflow,

    /// <summary>A plain division by zero.</summary>
    DivisionByZero,

    /// <summary>A divisor of zero, tested first.</summary>
    ZeroDivision,

    /// <summary>A number does not fit a signed word.</summary>
    CastToSignedOverflow,

    /// <summary>A negative number where an unsigned one is needed.</summary>
    CastToUnsignedOverflow,

    /// <summary>The base of a power is too large.</summary>
    BaseOutOfBounds,

    /// <summary>The exponent of a power is too large.</summary>
    ExponentOutOfBounds,

    /// <summary>Exponent times logarithm lies outside −41 to 130.</summary>
    ProductOutOfBounds,

    /// <summary>The argument of an exponential lies outside −41 to 130.</summary>
    InvalidExponent,

    /// <summary>The square root ended outside its tolerance.</summary>
    SquareRootFailed,

    /// <summary>The argument of a logarithm is not positive.</summary>
    LogarithmOutOfBounds,

    /// <summary>An index names no token of the pool.</summary>
    TokenNotRegistered = 32,

    /// <summary>Token in and token out are the same.</summary>
    CannotSwapSameToken,

    /// <summary>A list has not one entry a token.</summary>
    TokenCountMismatch,

    /// <summary>The pool cannot hold, or pay, that much of an asset.</summary>
    AssetBoundsExceeded = 40,

    /// <summary>The balances together are above 10³⁴.</summary>
    MaxAssetsExceeded,

    /// <summary>The invariant is above 3·10³⁷.</summary>
    MaxInvariantExceeded,

    /// <summary>s lies outside 0 to 1.</summary>
    RotationVectorSWrong,

    /// <summary>c lies outside 0 to 1.</summary>
    RotationVectorCWrong,

    /// <summary>s² + c² is not 1 within 10⁻¹⁵.</summary>
    RotationVectorNotNormalized,

    /// <summary>λ lies outside 1 to 10⁸.</summary>
    StretchingFactorWrong,

    /// <summary>τ(α)_y is not positive.</summary>
    DerivedTauAlphaYWrong,

    /// <summary>τ(β)_y is not positive.</summary>
    DerivedTauBetaYWrong,

    /// <summary>τ(β)_x is not above τ(α)_x.</summary>
    DerivedTauXWrong,

    /// <summary>|τ(α)| is not 1 within 10⁻¹⁵.</summary>
    DerivedTauAlphaNotNormalized,

    /// <summary>|τ(β)| is not 1 within 10⁻¹⁵.</summary>
    DerivedTauBetaNotNormalized,

    /// <summary>u is above 1.</summary>
    DerivedUWrong,

    /// <summary>v is above 1.</summary>
    DerivedVWrong,

    /// <summary>w is above 1.</summary>
    DerivedWWrong,

    /// <summary>z is above 1.</summary>
    DerivedZWrong,

    /// <summary>d² is not 1 within 10⁻¹⁵.</summary>
    DerivedDsqWrong,

    /// <summary>1/(|Aχ|² − 1) is above 10⁵.</summary>
    InvariantDenominatorWrong,

    /// <summary>The cubic's Newton iteration did not end.</summary>
    InvariantDidNotConverge = 60,

    /// <summary>The pool does not hold what it would pay.</summary>
    BalanceOutExceeded,

    /// <summary>The invariant is above 10¹⁶.</summary>
    InvariantTooLarge,

    /// <summary>A balance is above 10¹¹.</summary>
    BalancesTooLarge,

    /// <summary>A Newton step went below the least invariant.</summary>
    InvariantUnderflow,

    /// <summary>√α is not below √β.</summary>
    SquareRootOfPriceOrder,

    /// <summary>The amount in is above 30 % of the balance.</summary>
    MaxInRatio = 70,

    /// <summary>The amount out is above 30 % of the balance.</summary>
    MaxOutRatio,

    /// <summary>The invariant is zero.</summary>
    ZeroInvariant,

    /// <summary>A balance is below the pool's minimum.</summary>
    TokenBalanceBelowMin,

    /// <summary>The weights do not sum to one.</summary>
    NormalizedWeightInvariant,

    /// <summary>A weight is below 1 %.</summary>
    MinWeight,

    /// <summary>Swaps are open only between start and end.</summary>
    SwapsDisabled,

    /// <summary>The project token cannot be sold to this pool.</summary>
    SwapOfProjectTokenIn,

    /// <summary>The pool's real reserve does not hold what it would pay.</summary>
    InsufficientRealReserveBalance,

    /// <summary>The pool has no such operation.</summary>
    UnsupportedOperation,

    /// <summary>The trade is above the pool's largest share of a balance.</summary>
    MaxTradeSizeRatioExceeded,

    /// <summary>A weight does not fit its packed form.</summary>
    WeightOverflow,

    /// <summary>The invariant's iteration did not end within 255 rounds.</summary>
    StableInvariantDidNotConverge = 90,

    /// <summary>The balance's iteration did not end within 255 rounds.</summary>
    StableComputeBalanceDidNotConverge,

    /// <summary>The largest balance is 10 000 times the smallest, or more.</summary>
    MaxImbalanceRatioExceeded,

    /// <summary>The hook refuses: the deposit would unbalance the pool further.</summary>
    AfterAddLiquidityHookFailed,

    /// <summary>The hook refuses: the withdrawal would unbalance the pool further.</summary>
    AfterRemoveLiquidityHookFailed,

    /// <summary>The amount given is zero.</summary>
    AmountGivenZero = 110,

    /// <summary>An amount is below the vault's minimum trade.</summary>
    TradeAmountTooSmall,

    /// <summary>The amount calculated is beyond the order's limit.</summary>
    SwapLimit,

    /// <summary>The invariant would grow by more than the pool allows.</summary>
    InvariantRatioAboveMax,

    /// <summary>The invariant would shrink by more than the pool allows.</summary>
    InvariantRatioBelowMin,

    /// <summary>No amount names the token.</summary>
    AllZeroInputs,

    /// <summary>More than one amount is not zero.</summary>
    MultipleNonZeroInputs,

    /// <summary>Fewer pool tokens than the order's limit.</summary>
    BptAmountOutBelowMin,

    /// <summary>More pool tokens than the order's limit.</summary>
    BptAmountInAboveMax,

    /// <summary>More of a token than the order's limit.</summary>
    AmountInAboveMax,

    /// <summary>Less of a token than the order's limit.</summary>
    AmountOutBelowMin,

    /// <summary>The supply of pool tokens would fall below its minimum.</summary>
    PoolTotalSupplyTooLow,

    /// <summary>The pool takes proportional liquidity only.</summary>
    DoesNotSupportUnbalancedLiquidity,

    /// <summary>The pool takes no donations.</summary>
    DoesNotSupportDonation,

    /// <summary>A balance does not fit 128 bits.</summary>
    BalanceOverflow,

    /// <summary>A fee is above the vault's maximum.</summary>
    PercentageAboveMax,

    /// <summary>More pool tokens than are held.</summary>
    InsufficientBalance,

    /// <summary>The pool is not in recovery mode, which the operation needs.</summary>
    PoolNotInRecoveryMode,

    /// <summary>The pool is paused.</summary>
    PoolPaused,

    /// <summary>A balance is 2¹¹³ or more.</summary>
    BalanceTooLarge = 140,

    /// <summary>The balances lie on no surface, or a price there is not positive.</summary>
    OutsideSurface,

    /// <summary>An amount leads out of the contract's words.</summary>
    AmountOverflow,

    /// <summary>An index, a length or an amount is not one the operation takes.</summary>
    InvalidArgument,

    /// <summary>The trade leads beyond the end of the surface.</summary>
    TradeLimit,

    /// <summary>A price would not be positive after the trade.</summary>
    PriceLimit,

    /// <summary>The pool does not hold, or cannot take, that much.</summary>
    BalanceExhausted,

    /// <summary>The stored integers break a limit of the constructor.</summary>
    InvalidParameters,

    /// <summary>What would be paid rounds to zero.</summary>
    AmountOutZero,

    /// <summary>The deposit would take the prices further outside the box.</summary>
    OutsidePriceBox,

    /// <summary>The anchored reserve is not below the supply, or blocks run backward (gyd-core 31).</summary>
    NonPositiveDelta = 160,

    /// <summary>The redemption is beyond the reserve (gyd-core 27).</summary>
    ReserveExceeded,

    /// <summary>The reserve weights would leave their bands (gyd-core 52).</summary>
    NotSafeToMint,

    /// <summary>The reserve weights would leave their bands (gyd-core 53).</summary>
    NotSafeToRedeem,

    /// <summary>Every token price of a vault is below the minimum (gyd-core 55).</summary>
    PriceTooSmall,

    /// <summary>A vault does not hold what the order asks (gyd-core 56).</summary>
    NotEnoughReserve,
}

namespace Myco.Engine.Reserve.Safety;

/// <summary>What an order must do to a vault that it leaves outside its band.</summary>
internal enum OutsideRule
{
    /// <summary>Not take it farther from its target: |new − target| ≤ |old − target|, but for 1e-15 of rounding.</summary>
    NotFarther,

    /// <summary>Bring it closer: |new − target| &lt; |old − target|, as on chain.</summary>
    Closer,
}

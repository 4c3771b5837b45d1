namespace Myco.Engine.Reserve.Scenarios;

/// <summary>How holders fared in a run, both ways.</summary>
/// <param name="Name">Which holders.</param>
/// <param name="Holders">How many.</param>
/// <param name="Tokens">The tokens they held when it began.</param>
/// <param name="AtPar">With par until the reserve is empty: the payout per token given up, for those who stay the final backing of theirs.</param>
/// <param name="OnCurve">The same, under the redemption curve and the dampening.</param>
public sealed record HolderGroup(string Name, int Holders, double Tokens, double AtPar, double OnCurve);

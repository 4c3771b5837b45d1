namespace Myco.Engine.Pools.Clp2;

/// <summary>Which contract a 2-CLP runs: the results differ in the last digits.</summary>
public enum Clp2Version
{
    /// <summary>Balancer V3: every step rounded to one side, no margin on the offsets. Source: spec/04-onchain-math.md §1.4.</summary>
    BalancerV3,

    /// <summary>Gyroscope's pool for Balancer V2: all down, with a margin on the offsets. Source: spec/04-onchain-math.md §1.5.</summary>
    BalancerV2,
}

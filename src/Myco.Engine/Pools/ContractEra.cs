namespace Myco.Engine.Pools;

/// <summary>The compiler and the error style of a contract: the same refusal reads differently in each.</summary>
public enum ContractEra
{
    /// <summary>Solidity 0.8: panics by code, errors by signature (Balancer V3, and our own contract).</summary>
    Solidity08,

    /// <summary>Solidity 0.7: strings BAL#nnn and GYR#nnn (Balancer V2, Gyroscope's first pools).</summary>
    Solidity07,

    /// <summary>Solidity 0.8 with numbers as strings (gyd-core).</summary>
    GydCore,
}

namespace Myco.Cli.Orders;

/// <summary>What an order does.</summary>
internal enum OrderKind : byte
{
    /// <summary>Pays the amount in and asks for what comes out.</summary>
    ExactIn,

    /// <summary>Takes the amount out and asks what it costs.</summary>
    ExactOut,

    /// <summary>Deposits the amount and asks for the supply minted.</summary>
    Mint,

    /// <summary>Burns the amount of supply and asks for what comes out.</summary>
    Burn,
}

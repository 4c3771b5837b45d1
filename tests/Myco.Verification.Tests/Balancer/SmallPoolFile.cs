namespace Myco.Verification.Tests.Balancer;

/// <summary>A pool file in the layout of Balancer's ports, with numbers of our own.</summary>
internal static class SmallPoolFile
{
    public const string Text = """
        {
          "swaps": [{ "swapKind": 0, "amountRaw": "1000000", "tokenIn": "0xaA", "tokenOut": "0xBb", "outputRaw": "1003186654271870979" }],
          "removes": [{ "kind": "Proportional", "amountsOutRaw": ["10000000", "20000000000000000000"], "bptInRaw": "1000000000000000000" }],
          "pool": {
            "poolType": "STABLE", "tokens": ["0xAa", "0xbB"], "scalingFactors": ["1000000000000", "1"], "swapFee": "1000000000000000",
            "totalSupply": "100000000000000000000", "balancesLiveScaled18": ["1000000000000000000000", "2000000000000000000000"],
            "tokenRates": ["1000000000000000000", "1000000000000000000"], "amp": "200000", "aggregateSwapFee": "0"
          }
        }
        """;
}

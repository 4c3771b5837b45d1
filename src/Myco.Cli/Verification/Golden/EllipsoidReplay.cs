using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>ellipsoid.json</c>, and of <c>ellipsoid_contract.json</c>, which our Solidity library made.</summary>
internal static class EllipsoidReplay
{
    private static readonly Dictionary<string, Action<GoldenCall>> Functions = new()
    {
        ["derive"] = Derive,
        ["validate"] = call => Surface(call),
        ["validateBox"] = call => Box(call),
        ["invariant"] = Invariant,
        ["swapExactIn"] = call => Swap(call, ExactEllipsoidSwap.ExactIn),
        ["swapExactOut"] = call => Swap(call, ExactEllipsoidSwap.ExactOut),
        ["mint"] = Mint,
        ["mintInBox"] = MintInBox,
        ["depositSingle"] = call => Single(call, ExactEllipsoidSingle.Deposit),
        ["depositSingleInBox"] = DepositInBox,
        ["burnSingle"] = call => Single(call, ExactEllipsoidSingle.Burn),
        ["pool.invariant"] = Invariant,
        ["pool.swapExactIn"] = call => PoolSwap(call, Engine.SwapKind.ExactIn),
        ["pool.swapExactOut"] = call => PoolSwap(call, Engine.SwapKind.ExactOut),
        ["pool.mint"] = PoolMint,
        ["pool.depositSingle"] = PoolDeposit,
        ["pool.burnSingle"] = PoolBurn,
    };

    private delegate UInt256 SwapCall(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut, in UInt256 amount, ref Fault fault);

    private delegate UInt256 SingleCall(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int asset, in UInt256 shares, in UInt256 supply, ref Fault fault);

    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("ellipsoid", ContractEra.Solidity08, Functions);

    /// <summary>The same library, under the name of the contract's own vectors.</summary>
    public static GoldenLibrary Contract { get; } = new("ellipsoid_contract", ContractEra.Solidity08, Functions);

    private static void Derive(GoldenCall call)
    {
        VectorNode set = call.Parameters;
        EllipsoidSurface surface = EllipsoidSurface.FromAngles(
            set["stretch"].Numbers(), set["angles"].Numbers(), set["priceLower"].Numbers(), set["priceUpper"].Numbers());
        ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(surface, out _);
        call.Return("x", (UInt256)(ulong)parameters.Exponent);
        call.Return("t", parameters.Linear);
        for (int i = 0; i < parameters.Count; i++)
        {
            call.Return($"M[{i}]", parameters.Cone.Slice(i * parameters.Count, parameters.Count));
        }
    }

    private static void Invariant(GoldenCall call)
    {
        UInt256 lower = ExactEllipsoidInvariant.Bounds(Surface(call)!, call.UInts("balances"), out UInt256 upper, ref call.Fault);
        call.Return("lo", lower);
        call.Return("hi", upper);
    }

    private static void Swap(GoldenCall call, SwapCall swap) => call.Return(
        "amount", swap(Surface(call)!, call.UInts("balances"), Index(call, "assetIn"), Index(call, "assetOut"), call.UInt("amount"), ref call.Fault));

    private static void PoolSwap(GoldenCall call, Engine.SwapKind kind) => call.Return(
        "amount", Pool(call).OnSwap(kind, call.UInts("balances"), Index(call, "assetIn"), Index(call, "assetOut"), call.UInt("amount"), ref call.Fault));

    private static void Mint(GoldenCall call) => call.Return(
        "shares", ExactEllipsoidMint.Dense(Surface(call)!, call.UInts("balances"), call.UInts("deposit"), call.UInt("supply"), ref call.Fault));

    private static void MintInBox(GoldenCall call) => call.Return(
        "shares", ExactEllipsoidMint.InBox(Surface(call)!, Box(call)!, call.UInts("balances"), call.UInts("deposit"), call.UInt("supply"), ref call.Fault));

    private static void PoolMint(GoldenCall call) => call.Return(
        "shares", Pool(call).Mint(call.UInts("balances"), call.UInts("deposit"), call.UInt("supply"), ref call.Fault));

    private static void Single(GoldenCall call, SingleCall single) => call.Return(
        "amount", single(Surface(call)!, call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    private static void DepositInBox(GoldenCall call) => call.Return(
        "amount",
        ExactEllipsoidSingle.DepositInBox(Surface(call)!, Box(call)!, call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    private static void PoolDeposit(GoldenCall call) => call.Return(
        "amount", Pool(call).DepositSingle(call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    private static void PoolBurn(GoldenCall call) => call.Return(
        "amount", Pool(call).BurnSingle(call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    private static ExactEllipsoidPool Pool(GoldenCall call) => new(Surface(call)!, Box(call)!);

    private static ExactEllipsoidParameters? Surface(GoldenCall call)
    {
        Int256[] cone = [.. Parameter(call, "M").List().SelectMany(row => row.Ints())];
        call.Fault.Raise(ExactEllipsoidParameters.TryCreate(
            Small(Parameter(call, "x")), Parameter(call, "t").Ints(), cone, out ExactEllipsoidParameters? parameters));
        return parameters;
    }

    private static ExactPriceBox? Box(GoldenCall call)
    {
        call.Fault.Raise(ExactPriceBox.TryCreate(Parameter(call, "lower").UInts(), Parameter(call, "upper").UInts(), out ExactPriceBox? box));
        return box;
    }

    /// <summary>A parameter: the case's own where it gives one, as those do that the constructor refuses.</summary>
    private static VectorNode Parameter(GoldenCall call, string key) => call.Input.Keys().Contains(key) ? call.Input[key] : call.Parameters[key];

    private static int Index(GoldenCall call, string key) => Small(call.Input[key]);

    /// <summary>A word as a number; one beyond 2³¹ − 1 is beyond every limit.</summary>
    private static int Small(VectorNode node)
    {
        UInt256 word = node.UInt();
        return word > (UInt256)(ulong)int.MaxValue ? int.MaxValue : (int)word.Limb0;
    }
}

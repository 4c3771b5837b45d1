using System.Text;
using System.Text.Json.Nodes;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>An operation that a check refuses on a state, and the numbers that the refusal must have.</summary>
/// <param name="Check">The check.</param>
/// <param name="Why">What is wrong, in words; unique within the check and the kind of operation.</param>
/// <param name="State">The state, which is the same afterwards.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Value">The number that meets the limit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Vault">The vault it is about.</param>
/// <param name="Words">A part of the refusal's detail; null where it must have none.</param>
internal sealed record RefusalCase(
    SystemCheck Check, string Why, SystemState State, SystemOperation Operation, double Value = 0, double Limit = 0, int Vault = -1, string? Words = null)
{
    /// <summary>The case in one line.</summary>
    public string Name => $"{Operation.GetType().Name}: {Check}: {Why}";

    /// <summary>Parameters under which a million is backed at par and no fee, peg, band, curve or dampening is in the way.</summary>
    public static SystemParameters Free { get; } = Systems.Backed(1) with { Band = new() { MaxDeviation = double.PositiveInfinity } };

    /// <summary>A supply without a reserve, which only a file can have.</summary>
    public static SystemState Unbacked(double supply)
    {
        JsonNode root = JsonNode.Parse(Systems.Bytes(Engine.Reserve.MycoSystem.Create(Free)))!;
        root["supply"] = supply;
        return SystemFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString())));
    }

    /// <summary>A started system after operations that nothing refuses.</summary>
    public static SystemState After(SystemParameters parameters, params SystemOperation[] operations)
    {
        SystemState state = Systems.Started(parameters);
        foreach (SystemOperation operation in operations)
        {
            Systems.Do(state, operation);
        }

        return state;
    }

    /// <summary>What the operation would do, were it not for its limit.</summary>
    public static SystemReceipt Quoted(SystemState state, SystemOperation operation)
    {
        SystemReceipt receipt = new(state.VaultCount);
        SystemRefusal refusal = Systems.Checking.Quote(state, operation, receipt);
        Assert.False(refusal.IsRefused, $"{refusal.Describe()}: {operation}");
        return receipt;
    }

    /// <summary>The value of a vault.</summary>
    public static double ValueOf(SystemState state, int vault) => state.Amounts[vault] * state.Prices[vault] * state.Parameters.Vaults[vault].Rate;
}

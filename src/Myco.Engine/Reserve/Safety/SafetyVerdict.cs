namespace Myco.Engine.Reserve.Safety;

/// <summary>Whether an order is safe, and if not, at which vault and by which numbers; numbers that the check does not look at are NaN.</summary>
/// <param name="Check">The check that refuses; <see cref="SafetyCheck.None"/> when none does.</param>
/// <param name="Vault">The vault's index; −1 when none is refused.</param>
/// <param name="OldWeight">Its weight before the order.</param>
/// <param name="NewWeight">Its weight after it.</param>
/// <param name="Target">The weight it should have.</param>
/// <param name="Band">How far it may be from that.</param>
internal readonly record struct SafetyVerdict(SafetyCheck Check, int Vault, double OldWeight, double NewWeight, double Target, double Band)
{
    /// <summary>The order is safe.</summary>
    public static SafetyVerdict Safe => new(SafetyCheck.None, -1, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Whether the order is safe.</summary>
    public bool IsSafe => Check == SafetyCheck.None;

    /// <summary>A refusal that looks at no weight.</summary>
    public static SafetyVerdict Refuse(SafetyCheck check, int vault) => new(check, vault, double.NaN, double.NaN, double.NaN, double.NaN);
}

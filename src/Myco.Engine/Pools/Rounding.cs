namespace Myco.Engine.Pools;

/// <summary>The side on which a result may lie.</summary>
public enum Rounding
{
    /// <summary>Toward zero.</summary>
    Down,

    /// <summary>Away from zero.</summary>
    Up,
}

namespace Myco.Engine.Surfaces;

/// <summary>How the orientation of a surface was given.</summary>
public enum SurfaceForm
{
    /// <summary>By the angles of its Givens rotations.</summary>
    Angles,

    /// <summary>By an orthogonal matrix.</summary>
    Rotation,

    /// <summary>By the parameters of a Gyroscope E-CLP.</summary>
    Eclp,
}

using Myco.Engine.Surfaces;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Deployment;

/// <summary>t = Go and M = ttᵀ − κG of a real surface in quad-double, without the cancellation by λ² that the definition has.</summary>
/// <remarks><para>On the axes of the ellipsoid, with d = 1/λ² and u = diag(1/λ)·Qᵀo, M is d_a·(1 − Σ_{c≠a} u_c²) on the diagonal and √(d_a·d_b)·u_a·u_b
/// beside it, since (o·Go)·G − Go·oᵀG consists of the minors of order two of G; t is √d_a·u_a. Q takes both to the assets.</para>
/// <para>Source: spec/06-exact-ellipsoid.md §1 and Lagrange's identity.</para></remarks>
/// <param name="Linear">t.</param>
/// <param name="Cone">M, row-major.</param>
/// <param name="Offset">o, the unit offsets.</param>
internal sealed record RealCone(QuadDouble[] Linear, QuadDouble[] Cone, QuadDouble[] Offset)
{
    /// <summary>That of a surface.</summary>
    public static RealCone Of(EllipsoidSurface surface)
    {
        QuadDouble[] stretch = Array.ConvertAll(surface.Stretch.ToArray(), value => (QuadDouble)value);
        return Of(stretch, surface.Definition.Orientation(out _)!, surface.InQuadDouble.UnitOffset);
    }

    /// <summary>That of stretch factors λ, a rotation Q, row-major, and unit offsets o.</summary>
    public static RealCone Of(QuadDouble[] stretch, QuadDouble[] rotation, QuadDouble[] offset)
    {
        int n = stretch.Length;
        QuadDouble[] axis = new QuadDouble[n];
        for (int a = 0; a < n; a++)
        {
            for (int i = 0; i < n; i++)
            {
                axis[a] += rotation[(i * n) + a] * offset[i];
            }

            axis[a] /= stretch[a];
        }

        return new(OnAssets(stretch, rotation, axis), Turn(rotation, OnAxes(stretch, axis), n), offset);
    }

    private static QuadDouble[] OnAssets(QuadDouble[] stretch, QuadDouble[] rotation, QuadDouble[] axis)
    {
        int n = stretch.Length;
        QuadDouble[] linear = new QuadDouble[n];
        for (int i = 0; i < n; i++)
        {
            for (int a = 0; a < n; a++)
            {
                linear[i] += rotation[(i * n) + a] * axis[a] / stretch[a];
            }
        }

        return linear;
    }

    private static QuadDouble[] OnAxes(QuadDouble[] stretch, QuadDouble[] axis)
    {
        int n = stretch.Length;
        QuadDouble[] cone = new QuadDouble[n * n];
        for (int a = 0; a < n; a++)
        {
            QuadDouble others = QuadDouble.Zero;
            for (int b = 0; b < n; b++)
            {
                others += b == a ? QuadDouble.Zero : axis[b] * axis[b];
                cone[(a * n) + b] = axis[a] * axis[b] / (stretch[a] * stretch[b]);
            }

            cone[(a * n) + a] = (QuadDouble.One - others) / (stretch[a] * stretch[a]);
        }

        return cone;
    }

    /// <summary>Q·m·Qᵀ.</summary>
    private static QuadDouble[] Turn(QuadDouble[] rotation, QuadDouble[] matrix, int n)
    {
        QuadDouble[] half = new QuadDouble[n * n];
        QuadDouble[] result = new QuadDouble[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int b = 0; b < n; b++)
            {
                for (int a = 0; a < n; a++)
                {
                    half[(i * n) + b] += rotation[(i * n) + a] * matrix[(a * n) + b];
                }
            }

            for (int j = 0; j <= i; j++)
            {
                QuadDouble sum = ExtendedDot.Compute<QuadDouble>(half.AsSpan(i * n, n), rotation.AsSpan(j * n, n));
                result[(i * n) + j] = result[(j * n) + i] = sum;
            }
        }

        return result;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Myco.Engine.Surfaces;

/// <summary>Surfaces by their definitions, each made once however often and from however many threads it is asked for.</summary>
/// <remarks>The same bits as <see cref="EllipsoidSurface.TryFrom"/>, refusals too. Safe to share between threads; who comes while another makes a surface
/// waits for it.</remarks>
internal sealed class PreparedSurfaces
{
    /// <summary>When so many are kept all are forgotten, so that no course fills the memory: 64 MB at 16 assets, 5 MB at 4.</summary>
    public const int Most = 1024;

    private readonly ConcurrentDictionary<SurfaceDefinition, Lazy<(EllipsoidSurface? Surface, SurfaceProblem? Problem)>> _kept = [];

    /// <summary>How many definitions are kept, those that make no surface included.</summary>
    public int Count => _kept.Count;

    /// <summary>The surface of a definition, or why there is none.</summary>
    public bool TryFind(
        SurfaceDefinition definition, [NotNullWhen(true)] out EllipsoidSurface? surface, [NotNullWhen(false)] out SurfaceProblem? problem)
    {
        if (!_kept.TryGetValue(definition, out Lazy<(EllipsoidSurface? Surface, SurfaceProblem? Problem)>? made))
        {
            if (_kept.Count >= Most)
            {
                _kept.Clear();
            }

            made = _kept.GetOrAdd(definition, static numbers => new(() =>
                EllipsoidSurface.TryFrom(numbers, out EllipsoidSurface? found, out SurfaceProblem? wrong) ? (found, null) : (null, wrong)));
        }

        (surface, problem) = made.Value;
        return surface is not null;
    }
}

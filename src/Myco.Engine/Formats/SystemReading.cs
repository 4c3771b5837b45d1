using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Myco.Engine.Formats;

/// <summary>How files written by people are read: as <see cref="SystemJson"/> writes them, but a key that is left out keeps its default.</summary>
/// <remarks>Generated code makes such a key 0 or null where a type has required members, so types are read by reflection.</remarks>
internal static class SystemReading
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(SystemJson.Default.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };
}

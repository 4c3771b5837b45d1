using System.Text.Json;

namespace Myco.Engine.Formats;

/// <summary>A value of a document, or the name of one: what it is, and where its text stands.</summary>
/// <param name="Kind">What it is; an object and an array stand for all that is in them.</param>
/// <param name="Start">Where its text begins, a string's at its quote.</param>
/// <param name="Size">The bytes of its text without quotes; of an object or an array, how many values it holds.</param>
/// <param name="Next">The token after all that is in it.</param>
internal readonly record struct DocumentToken(JsonTokenType Kind, int Start, int Size, int Next);

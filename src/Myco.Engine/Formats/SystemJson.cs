using System.Text.Json;
using System.Text.Json.Serialization;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Formats;

/// <summary>How parameters, orders and states are written: camel case, nothing unknown, nothing twice, binary64 to the last bit.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString,
    UseStringEnumConverter = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(SystemDocument))]
[JsonSerializable(typeof(SystemParameters))]
[JsonSerializable(typeof(SystemOperation))]
internal sealed partial class SystemJson : JsonSerializerContext;

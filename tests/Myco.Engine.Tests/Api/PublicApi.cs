using System.Globalization;
using System.Reflection;

namespace Myco.Engine.Tests.Api;

/// <summary>Renders what an assembly shows to the outside, a line a member, sorted: two builds with one API give one text.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static List<string> Render(Assembly assembly)
    {
        List<string> lines = [];
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.ToString(), StringComparer.Ordinal))
        {
            lines.Add(Heading(type));
            lines.AddRange(type.IsEnum ? Values(type) : Members(type));
        }

        return lines;
    }

    private static string Heading(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? $"{(IsReadOnly(type) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}struct"
            : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        List<string> bases = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object) ? [] : [TypeName.Of(type.BaseType)];
        bases.AddRange(type.GetInterfaces().Where(face => face.IsVisible).Select(TypeName.Of).Order(StringComparer.Ordinal));
        string inherited = type.IsEnum ? $" : {TypeName.Of(type.GetEnumUnderlyingType())}" : bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
        return $"public {kind} {type.Namespace}.{TypeName.Of(type)}{inherited}{TypeName.Constraints(type.GetGenericArguments())}";
    }

    private static bool IsReadOnly(Type type) =>
        type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsReadOnlyAttribute");

    private static IEnumerable<string> Values(Type type) => Enum.GetValuesAsUnderlyingType(type).Cast<IFormattable>()
        .Select(value => $"    {Enum.GetName(type, value)} = {value.ToString(null, CultureInfo.InvariantCulture)}");

    private static IEnumerable<string> Members(Type type) => type.GetMembers(Declared)
        .Where(member => !member.Name.Contains('<', StringComparison.Ordinal))
        .Select(Member)
        .OfType<string>()
        .Select(line => "    " + line)
        .Order(StringComparer.Ordinal);

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsShown(constructor) => $"{TypeName.Of(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo method when IsShown(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Method(method),
        PropertyInfo property when property.GetAccessors(true).Any(IsShown) => Property(property),
        FieldInfo field when field.IsPublic || field.IsFamily => Field(field),
        EventInfo shown when IsShown(shown.AddMethod!) => $"event {TypeName.Of(shown.EventHandlerType!)} {shown.Name}",
        _ => null,
    };

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Method(MethodInfo method) =>
        $"{Modifiers(method)}{TypeName.Of(method.ReturnType)} {method.Name}{TypeName.Arguments(method.GetGenericArguments())}({Parameters(method)})"
        + TypeName.Constraints(method.GetGenericArguments());

    private static string Modifiers(MethodInfo method) =>
        (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface && !method.IsAbstract ? "default " : "")
        + (!method.DeclaringType.IsInterface && method.IsAbstract ? "abstract " : "")
        + (method.GetBaseDefinition() != method ? "override " : "")
        + (method.IsFamily ? "protected " : "");

    private static string Property(PropertyInfo property)
    {
        MethodInfo shown = property.GetAccessors(true).First(IsShown);
        string index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : "";
        string get = property.GetMethod is { } getter && IsShown(getter) ? " get;" : "";
        string set = property.SetMethod is { } setter && IsShown(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;"
            : "";
        return $"{Modifiers(shown)}{TypeName.Of(property.PropertyType)} {property.Name}{index} {{{get}{set} }}";
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeName.Of(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeName.Of(field.FieldType)} {field.Name}";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string way = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        Type type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        string preset = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "";
        return $"{way}{TypeName.Of(type)} {parameter.Name}{preset}";
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}

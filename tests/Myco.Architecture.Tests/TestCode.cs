using Mono.Cecil;
using Mono.Cecil.Cil;
using Myco.TestSupport;

namespace Myco.Architecture.Tests;

/// <summary>The tests of the house as compiled: their classes, what their code can come to, and whether it can fail.</summary>
/// <remarks>Calls are followed from the instructions; one to an interface or a virtual method leads to every method of ours that may stand behind it, so that
/// rather too much is reached than too little.</remarks>
internal static class TestCode
{
    private static readonly string[] Marks = ["FactAttribute", "TheoryAttribute", "PropertyAttribute"];
    private static readonly ModuleDefinition[] Modules = [.. Load()];
    private static readonly ILookup<string, MethodDefinition> Behind = Modules.SelectMany(module => module.GetTypes()).SelectMany(Implemented).ToLookup(pair => pair.Called, pair => pair.Method);

    /// <summary>The classes that hold tests.</summary>
    public static IReadOnlyList<TypeDefinition> Classes { get; } = [.. Modules.SelectMany(module => module.GetTypes()).Where(type => type.Methods.Any(IsTest))];

    /// <summary>The tests of a class.</summary>
    public static IEnumerable<MethodDefinition> Tests(TypeDefinition type) => type.Methods.Where(IsTest);

    /// <summary>The full names of our types that a class of tests can come to, without the count of their type parameters.</summary>
    public static IReadOnlySet<string> Reached(TypeDefinition type)
    {
        HashSet<string> names = [];
        foreach (MethodDefinition method in Follow(Whole(type), _ => true))
        {
            names.UnionWith(Touched(method).Select(touched => touched.FullName.Split('`')[0]));
        }

        return names;
    }

    /// <summary>Whether a test asserts: it can come to an assertion, to a law that is checked, or to a test's own throw; or it answers whether its law holds.</summary>
    public static bool CanFail(MethodDefinition test) =>
        (test.ReturnType.FullName is not ("System.Void" or "System.Threading.Tasks.Task") && test.CustomAttributes.Any(mark => mark.AttributeType.Name == "PropertyAttribute"))
        || Follow([test], IsOfTests).Any(method => method.Body.Instructions.Any(one => one.OpCode.Code == Code.Throw || (one.Operand is MethodReference called && IsAssertion(called))));

    private static bool IsTest(MethodDefinition method) => method.CustomAttributes.Any(mark => Marks.Contains(mark.AttributeType.Name));

    private static bool IsAssertion(MethodReference called) =>
        called.DeclaringType.FullName == "Xunit.Assert" || (called.DeclaringType.Namespace.StartsWith("FsCheck", StringComparison.Ordinal) && called.Name.Contains("Check", StringComparison.Ordinal));

    private static bool IsOfTests(MethodDefinition method) => method.Module.Assembly.Name.Name is "Myco.TestSupport" || method.Module.Assembly.Name.Name.EndsWith(".Tests", StringComparison.Ordinal);

    /// <summary>Every method that can be come to from some, by methods that are wanted.</summary>
    private static HashSet<MethodDefinition> Follow(IEnumerable<MethodDefinition> from, Func<MethodDefinition, bool> wanted)
    {
        HashSet<MethodDefinition> found = [];
        Queue<MethodDefinition> waiting = new(from);
        while (waiting.TryDequeue(out MethodDefinition? method))
        {
            if (method.HasBody && wanted(method) && found.Add(method))
            {
                Called(method).ForEach(waiting.Enqueue);
            }
        }

        return found;
    }

    private static List<MethodDefinition> Called(MethodDefinition method)
    {
        List<MethodDefinition> called = [];
        foreach (object operand in method.Body.Instructions.Select(one => one.Operand))
        {
            if (operand is MethodReference reference && IsOurs(reference.DeclaringType) && reference.Resolve() is MethodDefinition definition)
            {
                called.Add(definition);
                called.AddRange(Behind[definition.FullName]);
            }

            // What the compiler made of a lambda, an iterator or an async method is entered by interfaces that are not ours.
            if (operand is MemberReference { DeclaringType: TypeReference type } && IsOurs(type) && type.Resolve() is TypeDefinition owner)
            {
                called.AddRange(owner.Methods.Where(one => owner.Name.StartsWith('<') || one.IsConstructor && one.IsStatic));
            }
        }

        return called;
    }

    private static IEnumerable<TypeReference> Touched(MethodDefinition method) =>
    [
        .. new[] { method.DeclaringType, method.ReturnType }, .. method.Parameters.Select(one => one.ParameterType), .. method.Body.Variables.Select(one => one.VariableType),
        .. method.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
        .. method.Body.Instructions.SelectMany(one => one.Operand switch
        {
            MethodReference called => called.Parameters.Select(parameter => parameter.ParameterType).Append(called.DeclaringType).Append(called.ReturnType),
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => (IEnumerable<TypeReference>)[],
        }),
    ];

    private static IEnumerable<MethodDefinition> Whole(TypeDefinition type) => type.Methods.Concat(type.NestedTypes.SelectMany(Whole));

    private static bool IsOurs(TypeReference type) => type.Scope?.Name is string scope && (scope.StartsWith("Myco.", StringComparison.Ordinal) || scope.StartsWith("myco", StringComparison.Ordinal));

    /// <summary>What each method of a type may be called by: the names of its interfaces and bases.</summary>
    private static IEnumerable<(string Called, MethodDefinition Method)> Implemented(TypeDefinition type)
    {
        for (TypeDefinition? at = type; at is not null && IsOurs(at); at = at.BaseType?.Resolve())
        {
            IEnumerable<TypeDefinition?> above = at.Interfaces.Select(one => one.InterfaceType).Append(at.BaseType).Where(one => one is not null && IsOurs(one)).Select(one => one.Resolve());
            foreach (MethodDefinition declared in above.OfType<TypeDefinition>().SelectMany(one => one.Methods).Where(one => one.IsVirtual || one.IsAbstract))
            {
                foreach (MethodDefinition method in type.Methods.Where(one => one.Parameters.Count == declared.Parameters.Count && one.Name.Split('.')[^1] == declared.Name))
                {
                    yield return (declared.FullName, method);
                }
            }
        }
    }

    /// <summary>The test projects' programs, which lie beside this one's, and all of ours that they bring.</summary>
    private static IEnumerable<ModuleDefinition> Load()
    {
        string here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), configuration = Path.GetFileName(here), all = Path.GetDirectoryName(Path.GetDirectoryName(here)!)!;
        string[] folders = [.. Directory.EnumerateDirectories(Repository.PathOf("tests"), "*.Tests").Order(StringComparer.Ordinal).Select(path => Path.Combine(all, Path.GetFileName(path), configuration))];
        DefaultAssemblyResolver resolver = new();
        Array.ForEach(folders, resolver.AddSearchDirectory);

        // By the resolver, so that a method is one object whoever names it.
        return folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name.StartsWith("myco", StringComparison.OrdinalIgnoreCase)).Distinct()
            .Select(name => resolver.Resolve(new AssemblyNameReference(name, null)).MainModule);
    }
}

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CommitmentLedger.Repository.Tests.Layering;

/// <summary>Which types of an assembly use which others, read from what the compiler made: signatures, attributes and the code of every method.</summary>
internal static class ArrowScan
{
    /// <summary>What types of the assembly use of each other.</summary>
    /// <param name="assembly">The file of the assembly.</param>
    /// <param name="roomOf">The room of a type by its name, nested types by that of the outermost.</param>
    public static IReadOnlySet<Arrow> Of(string assembly, Func<string, string> roomOf) =>
        Scan(assembly, (used, own) => used.Scope == own && !IsMadeByCompiler(Outermost(used)))
            .Where(use => use.From != Name(Outermost(use.To)))
            .Select(use => new Arrow(roomOf(use.From), use.From, roomOf(Name(Outermost(use.To))), Name(Outermost(use.To)))).ToHashSet();

    /// <summary>What types of the assembly use of other assemblies, by full name.</summary>
    public static IReadOnlySet<(string From, string To)> Foreign(string assembly) =>
        Scan(assembly, (used, own) => used.Scope != own).Select(use => (use.From, use.To.FullName)).ToHashSet();

    private static List<(string From, TypeReference To)> Scan(string assembly, Func<TypeReference, ModuleDefinition, bool> isWanted)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assembly));
        using var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { AssemblyResolver = resolver });
        return
        [
            .. from type in module.GetTypes()
               where !IsMadeByCompiler(Outermost(type))
               from used in UsedBy(type).SelectMany(Parts)
               where isWanted(used, module)
               select (Name(Outermost(type)), used),
        ];
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. Constraints(type),
        .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Prepend(field.FieldType)),
        .. type.Properties.SelectMany(Attributes),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature =
            [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. Constraints(method), .. Attributes(method)];
        return method.HasBody
            ? [.. signature, .. method.Body.Variables.Select(variable => variable.VariableType), .. method.Body.Instructions.SelectMany(UsedBy)]
            : signature;
    }

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod generic => [generic.DeclaringType, generic.ReturnType, .. generic.GenericArguments, .. generic.Parameters.Select(parameter => parameter.ParameterType)],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Constraints(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType));

    /// <summary>The types that a type is made of: <c>ValueList&lt;Term[]&gt;</c> is made of the list and of the term.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        RequiredModifierType modified => [.. Parts(modified.ModifierType), .. Parts(modified.ElementType)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsMadeByCompiler(TypeReference type) => type.Name.StartsWith('<') || type.Namespace is "System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis";

    private static string Name(TypeReference type) => type.Name.Split('`')[0];
}

using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CommitmentLedger.Repository.Tests;

/// <summary>Writes down what an assembly shows to its users, one member a line, in a fixed order.</summary>
internal static class PublicApi
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> OfEveryRecord =
        ["<Clone>$", "Deconstruct", "Equals", "GetHashCode", "PrintMembers", "ToString", "op_Equality", "op_Inequality", "get_EqualityContract", "EqualityContract"];

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (string member in Lines(type)) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} = {(int)Enum.Parse(type, name)}"));
        return type.GetMembers(Members).Where(member => IsShown(member, IsRecord(type))).Select(Line).OfType<string>().Distinct().Order(StringComparer.Ordinal);
    }

    private static bool IsShown(MemberInfo member, bool ofRecord) => member switch
    {
        Type => false,
        _ when ofRecord && OfEveryRecord.Contains(member.Name) => false,
        ConstructorInfo constructor => IsVisible(constructor) && !(ofRecord && constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType),
        MethodInfo method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('.', StringComparison.Ordinal),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible) && !property.Name.Contains('.', StringComparison.Ordinal),
        FieldInfo field => field.IsPublic || field.IsFamily,
        _ => true,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Static(method.IsStatic)}{method.Name}{Generics(method)}({Parameters(method)}): {Name(method.ReturnType, Nullability.Create(method.ReturnParameter))}",
        PropertyInfo property => $"{Static(property.GetAccessors(true)[0].IsStatic)}{property.Name} {{ {Accessors(property)} }}: {Name(property.PropertyType, Nullability.Create(property))}",
        FieldInfo { IsLiteral: true } field => string.Create(CultureInfo.InvariantCulture, $"const {field.Name} = {field.GetRawConstantValue()}"),
        FieldInfo field => $"{Static(field.IsStatic)}{field.Name}: {Name(field.FieldType)}",
        EventInfo happening => $"event {happening.Name}",
        _ => null,
    };

    private static string Static(bool isStatic) => isStatic ? "static " : string.Empty;

    private static string Accessors(PropertyInfo property)
    {
        var parts = new List<string>();
        if (property.GetMethod is { } get && IsVisible(get)) parts.Add("get;");
        if (property.SetMethod is { } set && IsVisible(set))
            parts.Add(set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;");
        if (property.IsDefined(typeof(RequiredMemberAttribute))) parts.Insert(0, "required");
        return string.Join(' ', parts);
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{(parameter.IsOptional ? " = …" : string.Empty)}"));

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>" : string.Empty;

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => IsRecord(type) ? "record struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "open ")}{(IsRecord(type) ? "record" : "class")}",
    };

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", Members) is not null);

    private static string Bases(Type type)
    {
        if (type.IsEnum) return string.Empty;
        IEnumerable<string> bases = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [Name(parent)] : [];
        IEnumerable<string> interfaces = type.GetInterfaces().Where(one => one.IsPublic && one.Namespace!.StartsWith(nameof(CommitmentLedger), StringComparison.Ordinal)).Select(one => Name(one));
        string all = string.Join(", ", bases.Concat(interfaces.Order(StringComparer.Ordinal)));
        return all.Length == 0 ? string.Empty : " : " + all;
    }

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";
        string mark = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : string.Empty;
        if (type.IsArray) return Name(type.GetElementType()!) + "[]" + mark;
        if (type.IsByRef) return "out " + Name(type.GetElementType()!);
        if (type.IsGenericParameter) return type.Name + mark;
        string name = type.Namespace is { } space && space.StartsWith(nameof(CommitmentLedger), StringComparison.Ordinal) && nullability is null
            ? type.FullName ?? $"{space}.{type.Name}"
            : type.Name;
        if (type.DeclaringType is { } outer && !name.Contains(outer.Name, StringComparison.Ordinal)) name = $"{outer.Name}.{name}";
        name = name.Replace('+', '.');
        if (!type.IsGenericType) return name + mark;
        NullabilityInfo[] arguments = nullability?.GenericTypeArguments ?? [];
        IEnumerable<string> parts = type.GetGenericArguments().Select((argument, index) => Name(argument, index < arguments.Length ? arguments[index] : nullability));
        return $"{name.Split('`')[0]}<{string.Join(", ", parts)}>{mark}";
    }
}

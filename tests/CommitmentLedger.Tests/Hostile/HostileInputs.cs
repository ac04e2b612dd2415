using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Hostile;

/// <summary>
/// Makes any public input of the ledger from random parts, hostile ones among them: through the public constructors, factories and
/// properties that there are, so that what is added later is tried too.
/// </summary>
internal sealed class HostileInputs(Random random, Instant now)
{
    private const int MaxTries = 6;
    private const int MaxDepth = 6;

    public static readonly WorkingCalendar Hours = new WorkingCalendar("hotel", 1, Zone("Asia/Dubai")).WithEveryDay(OpenInterval.Parse("08:00-20:00"));

    private static readonly Type[] Commands = [.. typeof(Command).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Command)))];

    private static readonly ConcurrentDictionary<ICustomAttributeProvider, bool> Nullability = [];

    private static readonly string[] Zones = ["Asia/Dubai", "Africa/Cairo", "Pacific/Apia", "UTC", "Europe/Lisbon"];

    /// <summary>Ids that the next command is about.</summary>
    public List<CommitmentId> Commitments { get; set; } = [];

    /// <summary>Teams that acted.</summary>
    public List<Team> Teams { get; } = [Team.Of("reception"), Team.Of("r\u00E9ception")];

    /// <summary>Names that stand in commitments.</summary>
    public List<string> Names { get; } = ["adults", "Zo\u00EB", "payment", "deposit"];

    /// <summary>Terms that stand in commitments, to be read back.</summary>
    public List<Term> Terms { get; } = [];

    /// <summary>A command of any kind, or null when what it was to be made of was refused.</summary>
    public Command? SomeCommand()
    {
        Type type = Commitments.Count < 3 || random.Next(6) == 0 ? typeof(MakePromise) : Commands[random.Next(Commands.Length)];
        return Try(() => Make(type, depth: 0)) as Command;
    }

    /// <summary>A value of a type, or null when it was refused.</summary>
    public T? Some<T>()
        where T : class => Try(() => Make(typeof(T), depth: 0)) as T;

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private object? Value(Type type, bool mayBeNull, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return random.Next(2) == 0 ? null : Value(inner, mayBeNull: false, depth);
        if (!type.IsValueType && random.Next(mayBeNull ? 2 : 250) == 0) return null;
        if (type.IsValueType && type.Namespace == "CommitmentLedger" && !type.IsEnum && random.Next(250) == 0) return RuntimeHelpers.GetUninitializedObject(type);
        return Try(() => Make(type, depth)) ?? throw new ArgumentException("It was refused each time.");
    }

    private object? Make(Type type, int depth)
    {
        if (depth > MaxDepth) throw new ArgumentException("Too deep.");
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return List(type.GetGenericArguments()[0], depth);
        if (type.IsEnum) return random.Next(30) == 0 ? Enum.ToObject(type, random.Next(-3, 200)) : Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length));
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(int)) return random.Next(4) > 0 ? random.Next(0, 9) : Pick(-1, int.MaxValue, int.MinValue);
        if (type == typeof(decimal)) return Pick(0m, 4m, 4.0m, -0.0m, 49.90m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m);
        if (type == typeof(Guid)) return Pick(Guid.Empty, Guid.NewGuid());
        if (type == typeof(Instant)) return SomeInstant();
        if (type == typeof(DateTimeZone)) return SomeZone();
        if (type == typeof(CommitmentId)) return random.Next(8) == 0 || Commitments.Count == 0 ? CommitmentId.New() : Commitments[random.Next(Commitments.Count)];
        if (type == typeof(Team) && random.Next(4) > 0) return Teams[random.Next(Teams.Count)];
        if (type == typeof(PromiseReference)) return PromiseReference.FromNumber((ulong)random.Next(100));
        if (type == typeof(Term) && Terms.Count > 0 && random.Next(2) == 0) return Terms[random.Next(Terms.Count)];
        return type == typeof(Deadline) ? SomeDeadline() : Compose(type, depth);
    }

    private object Compose(Type type, int depth)
    {
        MethodBase[] ways =
        [
            .. type.GetConstructors(),
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(way => way.ReturnType == type && way.Name is not ("Parse" or "op_Addition")),
        ];
        PropertyInfo[] given = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type)];
        if (given.Length > 0 && random.Next(2) == 0) return given[random.Next(given.Length)].GetValue(null)!;
        if (ways.Length == 0) throw new NotSupportedException($"Nothing public makes a {type}: teach {nameof(HostileInputs)} how.");
        MethodBase way = ways[random.Next(ways.Length)];
        bool isNew = type.IsSubclassOf(typeof(Command)) && !type.IsSubclassOf(typeof(CommitmentCommand)) && random.Next(8) > 0;
        object?[] arguments = [.. way.GetParameters().Select(parameter => isNew && parameter.ParameterType == typeof(CommitmentId)
            ? CommitmentId.New()
            : Value(parameter.ParameterType, MayBeNull(parameter), depth + 1))];
        object made = Call(() => way is ConstructorInfo constructor ? constructor.Invoke(arguments) : way.Invoke(null, arguments))!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }))
        {
            bool isParameter = way.GetParameters().Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));
            bool isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
            int oneIn = isRequired ? 1 : property.Name == nameof(Command.OccurredAt) ? 20 : 2;
            if (isParameter || property.Name == nameof(Command.Id) || random.Next(oneIn) > 0) continue;
            Try(() => Call(() => property.SetMethod!.Invoke(made, [Value(property.PropertyType, !isRequired && MayBeNull(property), depth + 1)])) ?? made);
        }

        return made;
    }

    private object List(Type item, int depth)
    {
        var items = Array.CreateInstance(item, random.Next(60) == 0 ? 60 : random.Next(3));
        for (int index = 0; index < items.Length; index++) items.SetValue(Value(item, mayBeNull: false, depth + 1), index);
        MethodInfo create = typeof(HostileInputs).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);
        return Call(() => create.Invoke(null, [items]))!;
    }

    private static ValueList<T> Create<T>(T[] items) => [.. items];

    private string Text() => random.Next(6) switch
    {
        0 => HostileText.Some(random),
        1 or 2 => HostileText.Otherwise(Names[random.Next(Names.Count)], random),
        _ => Pick("so it was said", "HX-2291", "+44 (0)20 7946 0000", "late check-out"),
    };

    private Instant SomeInstant() => random.Next(5) switch
    {
        0 when random.Next(4) == 0 => Pick(Instant.MinValue, Instant.MaxValue, Instant.FromUtc(1899, 12, 31, 23, 59), Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUnixTimeTicks(1)),
        1 => now - Duration.FromNanoseconds(random.Next(0, 2_000_000)),
        2 => now - Duration.FromDays(random.Next(1, 40_000)),
        _ => now + Duration.FromMinutes(random.Next(1, 50_000)),
    };

    private DateTimeZone SomeZone() => random.Next(25) switch
    {
        0 => random.Next(2) == 0 ? new StrangeZone(HostileText.Some(random)) : new StrangeZone(Zones[random.Next(Zones.Length)], random.Next(-18, 19)),
        1 => BclDateTimeZone.FromTimeZoneInfo(TimeZoneInfo.CreateCustomTimeZone("W. Europe Standard Time", TimeSpan.FromHours(1), null, null)),
        2 => DateTimeZone.ForOffset(Offset.FromHoursAndMinutes(5, 45)),
        _ => Zone(Zones[random.Next(Zones.Length)]),
    };

    private Deadline? SomeDeadline()
    {
        DateTimeZone zone = SomeZone();
        string? said = random.Next(3) == 0 ? Text() : null;
        LocalDateTime local = random.Next(6) == 0
            ? Pick(new LocalDateTime(1, 1, 1, 0, 0), new LocalDateTime(9998, 12, 31, 23, 59), new LocalDateTime(2199, 12, 31, 23, 59), new LocalDateTime(1900, 1, 1, 2, 0), new LocalDateTime(2011, 12, 30, 12, 0))
            : SomeInstant() is var at && at > now - Duration.FromDays(365) && at < now + Duration.FromDays(365) ? at.InUtc().LocalDateTime : now.InUtc().LocalDateTime.PlusHours(3);
        TimeResult<Deadline> result = random.Next(6) switch
        {
            0 => Deadline.At(SomeInstant(), zone, said),
            1 => Deadline.By(local, zone, said),
            2 => Deadline.TryBetween(local, local.PlusMinutes(random.Next(0, 3_000)), zone, said),
            3 => Deadline.TryWithin(new BusinessDays(random.Next(0, 10_000), (DayRule)random.Next(0, 3)), SomeInstant(), Hours, zone, said),
            4 => Deadline.TryWithin(BusinessTime.FromMinutes(random.Next(0, 60_000)), now, Hours, zone, said),
            _ => Deadline.TryAhead(BusinessTime.FromHours(random.Next(0, 1_000_000)), Deadline.At(SomeInstant(), zone), Hours, said: said),
        };
        return result.TryGet(out Deadline? deadline, out TimeRefusal? refusal) ? deadline : throw new ArgumentException(refusal.Message);
    }

    private static bool MayBeNull(ParameterInfo parameter) => Nullability.GetOrAdd(parameter, static part =>
        new NullabilityInfoContext().Create((ParameterInfo)part).WriteState == NullabilityState.Nullable);

    private static bool MayBeNull(PropertyInfo property) => Nullability.GetOrAdd(property, static part =>
        new NullabilityInfoContext().Create((PropertyInfo)part).WriteState == NullabilityState.Nullable);

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    /// <summary>Mistakes are told by exceptions that say so; whatever else is thrown is a fault.</summary>
    private static object? Try(Func<object?> make)
    {
        for (int attempt = 0; attempt < MaxTries; attempt++)
        {
            try
            {
                return make();
            }
            catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
            {
            }
        }

        return null;
    }

    private static object? Call(Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException wrapped)
        {
            ExceptionDispatchInfo.Capture(wrapped.InnerException!).Throw();
            throw;
        }
    }
}

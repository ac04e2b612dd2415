using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>The arguments of one call of the function that appends: arrays of appends, of their entries and of their documents.</summary>
internal static class AppendCall
{
    public static NpgsqlBatchCommand Of(string statement, IReadOnlyList<StreamAppend> appends, List<int> places)
    {
        var command = new NpgsqlBatchCommand(statement);
        StreamAppend[] own = [.. places.Select(place => appends[place])];
        AddAppends(command.Parameters, own);
        AddEntries(command.Parameters, own);
        AddDocuments(command.Parameters, own);
        AddNew(command.Parameters, own);
        return command;
    }

    private static void AddAppends(NpgsqlParameterCollection parameters, StreamAppend[] appends)
    {
        parameters.AddArray(Array.ConvertAll(appends, append => ColumnValues.Of(append.Stream)));
        parameters.AddArray(Array.ConvertAll(appends, append => ColumnValues.Of(append.Identity.Id)));
        parameters.AddArray(Array.ConvertAll(appends, append => ColumnValues.Of(append.Identity.WrappedKey)));
        parameters.AddArray(Array.ConvertAll(appends, append => ColumnValues.Of(append.Tenant)));
        parameters.AddArray(Array.ConvertAll(appends, append => append.ExpectedVersion));
        parameters.AddArray(Array.ConvertAll(appends, append => append.ExpectedVersion + append.Entries.Count));
        parameters.AddArray(Array.ConvertAll(appends, append => append.Command.ToGuid()));
        parameters.AddArray(Array.ConvertAll(appends, append => append.ContentHash.ToBytes()));
        parameters.AddArray(Array.ConvertAll(appends, append => append.Head.ToBytes()));
        parameters.AddArray(Array.ConvertAll(appends, append => ColumnValues.Of(append.Record)));
    }

    private static void AddEntries(NpgsqlParameterCollection parameters, StreamAppend[] appends)
    {
        (int[] place, StoredEntry[] entries) = Flatten(appends, append => append.Entries);
        parameters.AddArray(place);
        parameters.AddArray(Array.ConvertAll(entries, entry => entry.Version));
        parameters.AddArray(Array.ConvertAll(entries, entry => entry.Commitment?.ToGuid()));
        parameters.AddArray(Array.ConvertAll(entries, entry => entry.Type));
        parameters.AddArray(Array.ConvertAll(entries, entry => entry.SchemaVersion));
        parameters.AddArray(Array.ConvertAll(entries, entry => Microseconds.Of(entry.OccurredAt)));
        parameters.AddArray(Array.ConvertAll(entries, entry => Microseconds.Of(entry.RecordedAt)));
        parameters.AddArray(Array.ConvertAll(entries, entry => entry.Team));
        parameters.AddArray(Array.ConvertAll(entries, entry => ColumnValues.Of(entry.Body)));
        parameters.AddArray(Array.ConvertAll(entries, entry => entry.BodyHash.ToBytes()));
        parameters.AddArray(Array.ConvertAll(entries, entry => entry.Head.ToBytes()));
    }

    private static void AddDocuments(NpgsqlParameterCollection parameters, StreamAppend[] appends)
    {
        (int[] place, CommitmentDocument[] documents) = Flatten(appends, append => append.Changed);
        parameters.AddArray(place);
        parameters.AddArray(Array.ConvertAll(documents, document => document.Commitment.ToGuid()));
        parameters.AddArray(Array.ConvertAll(documents, document => ColumnValues.Of(document.Due)));
        parameters.AddArray(Array.ConvertAll(documents, document => document.IsOpen));
        parameters.AddArray(Array.ConvertAll(documents, document => document.Owner));
        parameters.AddArray(Array.ConvertAll(documents, document => ColumnValues.TextOf(document.Lookups)));
        parameters.AddArray(Array.ConvertAll(documents, document => ColumnValues.Of(document.State)));
    }

    private static void AddNew(NpgsqlParameterCollection parameters, StreamAppend[] appends)
    {
        (int[] place, CommitmentId[] commitments) = Flatten(appends, append => append.MustBeNew);
        parameters.AddArray(place);
        parameters.AddArray(Array.ConvertAll(commitments, commitment => commitment.ToGuid()));
        parameters.AddArray(Array.ConvertAll(appends, append => append.ExpectedHead?.ToBytes()));
    }

    /// <summary>The parts of all appends in one list, and beside each the place of its append, counted from 1 as SQL does.</summary>
    private static (int[] Place, T[] Parts) Flatten<T>(StreamAppend[] appends, Func<StreamAppend, IReadOnlyList<T>> partsOf)
    {
        int count = appends.Sum(append => partsOf(append).Count);
        var (place, parts, next) = (new int[count], new T[count], 0);
        for (int index = 0; index < appends.Length; index++)
        {
            foreach (T part in partsOf(appends[index])) (place[next], parts[next++]) = (index + 1, part);
        }

        return (place, parts);
    }
}

namespace CommitmentLedger.Sqlite;

/// <summary>The text of a statement.</summary>
/// <param name="Name">The name of the operation and of its file.</param>
/// <param name="Number">Its place among all statements, by which a connection finds the one that it has prepared.</param>
/// <param name="Text">What SQLite runs.</param>
internal sealed record Statement(string Name, int Number, string Text);

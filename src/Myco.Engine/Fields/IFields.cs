namespace Myco.Engine.Fields;

/// <summary>What a record's fields are shown to, one after the other: a reader, a writer, a check.</summary>
/// <remarks>Each method takes a field as it is and answers it as it shall be. A reader answers what stands in the document and refuses what breaks the rule; where
/// the document leaves the field out, it answers the field as it is, its default, if that keeps the rule: one that does not, such as NaN or null, is no default.
/// A writer writes the field and answers it unchanged; a check notes the first rule that is broken.</remarks>
internal interface IFields
{
    /// <summary>The time after which nothing in the record may be dated; infinite until the record says it.</summary>
    double Present { get; set; }

    /// <summary>Says which fields have no default.</summary>
    void Need(params ReadOnlySpan<string> keys);

    /// <summary>Says that a rule over several fields is broken.</summary>
    /// <param name="what">What is wrong, as what follows the name of the place.</param>
    /// <param name="place">The keys and indices that lead to the field at fault from the record shown; none for the record itself.</param>
    void Refuse(string what, params ReadOnlySpan<string> place);

    /// <summary>A truth.</summary>
    bool Flag(string key, bool value);

    /// <summary>A number.</summary>
    double Number(string key, double value, Interval range);

    /// <summary>A number or null; a writer writes the null.</summary>
    double? NumberOrNull(string key, double? value, Interval range);

    /// <summary>A number or nothing; a writer leaves out what is not there.</summary>
    double? NumberOrNothing(string key, double? value, Interval range);

    /// <summary>A whole number.</summary>
    long Whole(string key, long value, long least, long most);

    /// <summary>64 bits.</summary>
    ulong Unsigned(string key, ulong value);

    /// <summary>A text.</summary>
    string Text(string key, string value, TextRule rule);

    /// <summary>One of the values of an enumeration, by its name in any case, or by its number.</summary>
    TChoice Choice<TChoice>(string key, TChoice value)
        where TChoice : struct, Enum;

    /// <summary>A list of texts.</summary>
    IReadOnlyList<string> Texts(string key, IReadOnlyList<string> values, TextRule rule, int least, int most);

    /// <summary>A list of numbers.</summary>
    IReadOnlyList<double> Numbers(string key, IReadOnlyList<double> values, Interval range, int least, int most);

    /// <summary>A list of numbers or null; a writer writes the null.</summary>
    IReadOnlyList<double>? NumbersOrNull(string key, IReadOnlyList<double>? values, Interval range, int least, int most);

    /// <summary>A list of numbers or nothing; a writer leaves out what is not there.</summary>
    double[]? NumbersOrNothing(string key, double[]? values, Interval range, int least, int most);

    /// <summary>A square matrix, row after row, or nothing; a writer leaves out what is not there.</summary>
    double[]? MatrixOrNothing(string key, double[]? values, Interval range, int most);

    /// <summary>A list of as many numbers as there are places for, into those places.</summary>
    void Fill(string key, Span<double> values, Interval range);

    /// <summary>A list of as many records as there are places for, into those places.</summary>
    void Fill<T>(string key, Span<T> values)
        where T : struct, IDeclared<T>;

    /// <summary>A record.</summary>
    T Part<T>(string key, T value, Declaration<T> declaration);

    /// <summary>A record that declares itself.</summary>
    T Part<T>(string key, T value)
        where T : IDeclared<T> => Part(key, value, T.Accept);

    /// <summary>A record or nothing; a writer leaves out what is not there.</summary>
    T? PartOrNothing<T>(string key, T? value, Declaration<T> declaration)
        where T : class;

    /// <summary>A record that declares itself, or nothing.</summary>
    T? PartOrNothing<T>(string key, T? value)
        where T : class, IDeclared<T> => PartOrNothing(key, value, T.Accept);

    /// <summary>A list of records.</summary>
    IReadOnlyList<T> Parts<T>(string key, IReadOnlyList<T> values, int least, int most)
        where T : IDeclared<T>;

    /// <summary>Names and the number of each.</summary>
    IReadOnlyDictionary<string, double> NumberTable(string key, IReadOnlyDictionary<string, double> values, TextRule names, Interval range);

    /// <summary>Names and the record of each.</summary>
    IReadOnlyDictionary<string, T> Table<T>(string key, IReadOnlyDictionary<string, T> values, TextRule names, int most)
        where T : struct, IDeclared<T>;
}

namespace Gongkai.Documents.Reading.Docx;

/// <summary>Elements nested beyond anything a word processor writes. Never leaves this folder.</summary>
internal sealed class TooDeepException : Exception;

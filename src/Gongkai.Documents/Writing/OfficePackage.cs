using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Gongkai.Documents.Writing;

/// <summary>
/// An Office Open XML package (ISO/IEC 29500-2) from parts given as XML. Written without the SDK's packaging, which stamps the hour
/// into each entry: here the same parts give the same bytes, so that a file's hash means something.
/// </summary>
internal sealed class OfficePackage
{
    /// <summary>Prefix of the relationship types between an office document and its parts.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>The first day a ZIP entry can name.</summary>
    private static readonly DateTimeOffset NoHour = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Path, string ContentType, Action<Stream> Write)> _parts = [];
    private readonly List<(string Source, string Id, string Type, string Target)> _relations = [];

    /// <summary>Adds a part.</summary>
    /// <param name="path">Path in the package, without a leading stroke.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="root">Its XML.</param>
    public void Add(string path, string contentType, XElement root) => _parts.Add((path, contentType, stream => Write(stream, root)));

    /// <summary>Adds a part that is no XML: a picture.</summary>
    /// <param name="path">Path in the package, without a leading stroke.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="bytes">Its bytes.</param>
    public void Add(string path, string contentType, byte[] bytes) => _parts.Add((path, contentType, stream => stream.Write(bytes)));

    /// <summary>Relates a part, or the package itself when the source is empty, to another part.</summary>
    /// <returns>The relationship's id.</returns>
    public string Relate(string source, string type, string target)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"rId{_relations.Count(relation => relation.Source == source) + 1}");
        _relations.Add((source, id, type, target));
        return id;
    }

    /// <summary>Adds title, author and language, as office programs and archives read them (文档属性).</summary>
    public void Describe(ReportDocument document) => Describe(document.Title, document.Agency, document.IsDemo);

    /// <inheritdoc cref="Describe(ReportDocument)"/>
    public void Describe(string title, string agency, bool isDemo)
    {
        XNamespace properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dublinCore = "http://purl.org/dc/elements/1.1/";
        Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", new XElement(
            properties + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", properties), new XAttribute(XNamespace.Xmlns + "dc", dublinCore),
            new XElement(dublinCore + "title", title),
            new XElement(dublinCore + "creator", agency),
            new XElement(dublinCore + "language", "zh-CN"),
            new XElement(properties + "lastModifiedBy", agency),
            isDemo ? new XElement(properties + "keywords", DemoMark.Word) : null));
        Relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
    }

    /// <summary>The finished file. The bytes depend on the parts alone (and on the runtime's Deflate).</summary>
    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", stream => Write(stream, TypesOfParts()));
            foreach (var relations in _relations.GroupBy(relation => relation.Source))
                Write(zip, RelationsPath(relations.Key), stream => Write(stream, RelationsOf(relations)));
            foreach (var (path, _, write) in _parts) Write(zip, path, write);
        }
        return bytes.ToArray();
    }

    private XElement TypesOfParts() => new(
        ContentTypes + "Types",
        new XElement(
            ContentTypes + "Default", new XAttribute("Extension", "rels"),
            new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        _parts.Select(part => new XElement(
            ContentTypes + "Override", new XAttribute("PartName", "/" + part.Path), new XAttribute("ContentType", part.ContentType))));

    private static XElement RelationsOf(IEnumerable<(string Source, string Id, string Type, string Target)> relations)
    {
        XNamespace ns = PackageRelations;
        return new XElement(ns + "Relationships", relations.Select(relation => new XElement(
            ns + "Relationship", new XAttribute("Id", relation.Id), new XAttribute("Type", relation.Type),
            new XAttribute("Target", "/" + relation.Target))));
    }

    private static string RelationsPath(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return $"{source[..slash]}_rels/{source[slash..]}.rels";
    }

    private static void Write(ZipArchive zip, string path, Action<Stream> write)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = NoHour;
        using var stream = entry.Open();
        write(stream);
    }

    private static void Write(Stream stream, XElement root)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        writer.WriteStartDocument(standalone: true);
        root.WriteTo(writer);
    }
}

using System.Text.RegularExpressions;

namespace Gongkai.Rules.Tests;

/// <summary>A marked secret never becomes a stored byte: there is one door for files, and no way round it.</summary>
public sealed partial class IntakeRules
{
    // What these commands read is told on the screen and kept nowhere.
    private static readonly string[] ReadingOnly =
    [
        "src/Gongkai/Commands/DeadlineCommand.cs", "src/Gongkai/Commands/InputFile.cs", "src/Gongkai/Commands/Ledgers/OpenCommand.cs",
        "src/Gongkai/Commands/Reports/CompileCommand.cs", "src/Gongkai/Commands/Reports/ReportFile.cs",
    ];

    [Fact(DisplayName = "网页收到的文件只在一处打开，而那里经过保密门禁")]
    public void Uploads_are_opened_in_one_place()
    {
        var opening = House.Sources("src/Gongkai.Web").Where(file => OpensUpload().IsMatch(File.ReadAllText(file))).Select(House.Relative);
        // A machine's acts are looked at by the import itself, before they are read.
        Assert.Equal(["src/Gongkai.Web/Api/LedgerEndpoints.cs", "src/Gongkai.Web/Desk/Uploads.cs"], opening.Order(StringComparer.Ordinal));
    }

    [Fact(DisplayName = "每一个收文件的页面都经过保密门禁")]
    public void Every_page_that_takes_a_file_uses_the_intake()
    {
        var takers = House.Sources("src/Gongkai.Web").Where(file => File.ReadAllText(file).Contains("IFormFile", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(takers);
        // A form's own class only holds what was sent; the pages that use it stand beside it.
        var wrong = takers.Where(file => !file.EndsWith("Input.cs", StringComparison.Ordinal))
            .Where(file => !File.ReadAllText(file).Contains("FileIntake", StringComparison.Ordinal)).Select(House.Relative);
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "存文件只有一条路：除保密门禁外，谁也不直接存")]
    public void Only_the_intake_stores_files()
    {
        var storing = House.Sources("src").Where(file => StoresFile().IsMatch(File.ReadAllText(file))).Select(House.Relative);
        // PDFs and what they are made of come from the house itself, out of what was let in before.
        Assert.Equal(
            ["src/Gongkai.App/Conversions/ConversionSweep.cs", "src/Gongkai.App/Conversions/PdfQueue.cs", "src/Gongkai.App/Files/FileIntake.cs"],
            storing.Order(StringComparer.Ordinal));
    }

    [Fact(DisplayName = "命令行读进来要存的文件，同样经过保密门禁")]
    public void Commands_that_store_what_they_read_use_the_intake()
    {
        var wrong = House.Sources("src/Gongkai").Where(file => File.ReadAllText(file).Contains("InputFile.ReadAsync", StringComparison.Ordinal))
            .Where(file => !File.ReadAllText(file).Contains("FileIntake", StringComparison.Ordinal)).Select(House.Relative).Except(ReadingOnly);
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\.OpenReadStream\(|\.CopyToAsync\(|Request\.Body\b|\.BodyReader\b")]
    private static partial Regex OpensUpload();

    [GeneratedRegex(@"\.PutAsync\(")]
    private static partial Regex StoresFile();
}

using System.CommandLine;
using System.Globalization;

namespace Gongkai.Commands;

/// <summary>An option whose value is a whole number.</summary>
internal static class NumberOption
{
    public static Option<int?> Create(string name, string help, string description) => new(name)
    {
        Description = description,
        HelpName = help,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
            result.AddError($"{name} 的“{text}”不是可用的整数。");
            return null;
        },
    };
}

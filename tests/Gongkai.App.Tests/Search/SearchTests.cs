using System.Text;
using Gongkai.App.Data;
using Gongkai.App.Search;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;

namespace Gongkai.App.Tests.Search;

/// <summary>What is public is found by two characters of it, completely, newest first, and alike on both databases.</summary>
public sealed class SearchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "正文里的任意一段，一个字到六十个字，都找得到；没有的找不到：与逐字查找完全一致"), BothDatabases]
    public async Task Everything_is_found_and_nothing_else(DatabaseEngine engine)
    {
        await using var library = await ALibrary.OpenAsync(engine);
        var random = new Random(20261125);
        for (var number = 0; number < 120; number++) await library.AddAsync(MadeUp.Title(random), MadeUp.Text(random, random.Next(40, 4200)));
        // PostgreSQL forgets the 257th place of a token: a text that says the same over and over is where it would show.
        await library.AddAsync("关于重复的通知", string.Concat(Enumerable.Repeat("政府", 400)) + "公开到底");

        for (var round = 0; round < 150; round++)
        {
            var source = library.Texts[random.Next(library.Texts.Count)];
            var start = random.Next(source.Length - 1);
            var typed = source.Substring(start, Math.Min(source.Length - start, round % 10 == 0 ? random.Next(1, 60) : random.Next(1, 7)));
            var phrase = FoldedText.Of(typed).Signs.ToArray();
            if (phrase is [] || typed.Contains('“', StringComparison.Ordinal)) continue;
            var expected = library.Texts.Index().Where(text => FoldedText.Of(text.Item).Signs.IndexOf(phrase) >= 0)
                .Select(text => library.Documents[text.Index]).Distinct().Order();
            var answer = await library.FindAsync(new SearchRequest($"\"{typed}\"", WithSynonyms: false));
            Assert.True(expected.SequenceEqual(answer.Hits.Select(hit => hit.DocumentId).Order()), $"“{typed}”");
        }
    }

    [Theory(DisplayName = "两个词都要有，可以在不同的段落；换个说法也找得到；加引号就只找原话"), BothDatabases]
    public async Task Words_add_up(DatabaseEngine engine)
    {
        await using var library = await ALibrary.OpenAsync(engine);
        var both = await library.AddAsync("关于森林防火的通知", MadeUp.Text(new Random(1), 3000) + "请各镇落实防汛责任。");
        await library.AddAsync("关于森林防火的批复", "同意。");
        var merged = await library.AddAsync("应急管理局公告", "原安监局的职责由本局承担。");
        var older = await library.AddAsync("关于安全检查的公告", "由应急管理局负责。");

        Assert.Equal([both], await library.IdsAsync("防火 防汛"));
        Assert.Equal([both], await library.IdsAsync("防汛　森林"));
        Assert.Equal([older, merged], await library.IdsAsync("安监局"));
        Assert.Equal([merged], await library.IdsAsync("“安监局”"));
        Assert.Equal([older, merged], await library.IdsAsync("应急局"));
        Assert.Empty(await library.IdsAsync("森林防汛"));
    }

    [Theory(DisplayName = "最新的在前，同日的后发布的在前；相关度：标题里有的在前；机关、种类、年份、效力可以筛选"), BothDatabases]
    public async Task The_newest_comes_first(DatabaseEngine engine)
    {
        await using var library = await ALibrary.OpenAsync(engine);
        var first = await library.AddAsync("关于水库的通知", "正文", new DateOnly(2025, 5, 1), "notice");
        var late = await library.AddAsync("工作动态", "检查了水库。", new DateOnly(2026, 2, 1), "news", "repealed");
        var imported = await library.AddAsync("旧文", "整修水库。", new DateOnly(2019, 1, 1), "notice");
        var sameDay = await library.AddAsync("另一篇", "水库。", new DateOnly(2026, 2, 1), "notice");

        Assert.Equal([sameDay, late, first, imported], await library.IdsAsync("水库"));
        Assert.Equal([first, sameDay, late, imported], await library.IdsAsync(new SearchRequest("水库", ByRelevance: true)));
        Assert.Equal([late], await library.IdsAsync(new SearchRequest("水库", Kind: "news")));
        Assert.Equal([imported], await library.IdsAsync(new SearchRequest("水库", Year: 2019)));
        Assert.Equal([late], await library.IdsAsync(new SearchRequest("水库", Validity: "repealed")));
        Assert.Equal([sameDay, late, first, imported], await library.IdsAsync(new SearchRequest("水库", Agency: library.Agency)));
        Assert.Empty(await library.IdsAsync(new SearchRequest("水库", Agency: new AgencyId(Guid.CreateVersion7()))));
        Assert.Equal([first], (await library.FindAsync(new SearchRequest("水库"), 2, 1)).Hits.Select(hit => hit.DocumentId));
        Assert.Empty((await library.Searching.FindAsync(AgencyScope.None, new SearchRequest("水库"), 0, 10, Cancellation)).Value.Hits);
    }

    [Theory(DisplayName = "改了，按新的找；撤下，找不到；再登一次，仍是一件"), BothDatabases]
    public async Task The_index_follows_the_act(DatabaseEngine engine)
    {
        await using var library = await ALibrary.OpenAsync(engine);
        var id = await library.AddAsync("关于烟花的通告", "城区禁放。", new DateOnly(2026, 1, 5));
        await library.PutAsync(id, "关于灯会的通告", "城区可以观灯。", new DateOnly(2026, 1, 8));
        await library.PutAsync(id, "关于灯会的通告", "城区可以观灯。", new DateOnly(2026, 1, 8));

        Assert.Empty(await library.IdsAsync("禁放"));
        var hit = Assert.Single((await library.FindAsync(new SearchRequest("观灯"))).Hits);
        Assert.Equal(new DateOnly(2026, 1, 8), hit.PublishedOn);
        await library.RemoveAsync(id);
        Assert.Empty(await library.IdsAsync("灯会"));
        await using var db = library.House.House.Open(AgencyScope.All);
        Assert.Empty(db.IndexedPassages);
    }

    [Theory(DisplayName = "命中的片段标出所找的词，全角、大小写、繁简以外的写法都认；不截断一个字"), BothDatabases]
    public async Task What_was_found_is_shown(DatabaseEngine engine)
    {
        await using var library = await ALibrary.OpenAsync(engine);
        await library.AddAsync("ＧＢ／Ｔ标准２０２６年版", new string('前', 60) + "𠮷𠮷执行gb/t标准，到2026年12月。" + new string('后', 200));

        var hit = Assert.Single((await library.FindAsync(new SearchRequest("GB/T标准"))).Hits);
        Assert.Equal([new ExcerptPart("ＧＢ／Ｔ标准", true), new ExcerptPart("２０２６年版", false)], hit.Title);
        Assert.Equal("gb/t标准", Assert.Single(hit.Excerpt, part => part.IsFound).Text);
        Assert.Equal("…", hit.Excerpt[0].Text);
        Assert.Equal("…", hit.Excerpt[^1].Text);
        Assert.All(hit.Excerpt, part => Assert.False(char.IsLowSurrogate(part.Text[0]) || char.IsHighSurrogate(part.Text[^1])));
        foreach (var typed in (string[])["26年", "2026", "6年1", "𠮷", "T标", "1"]) Assert.Single(await library.IdsAsync(typed));
        foreach (var typed in (string[])["b/t版", "202612", "年12日"]) Assert.Empty(await library.IdsAsync(typed));
    }

    [Theory(DisplayName = "什么都敢输入：引号、运算符、通配符、控制字符，当作文字；空的、太长的、太多的，说怎么办"), BothDatabases]
    public async Task Any_input_is_only_text(DatabaseEngine engine)
    {
        await using var library = await ALibrary.OpenAsync(engine);
        await library.AddAsync("示范", "安全 OR 生产 NEAR(预案, 3) * ' & | ! :* <-> 完");

        foreach (var typed in (string[])["安全 OR 生产", "NEAR(预案", "' OR 1=1 --完", "\"OR 生产\"", "全 & 生产", "!安全", "完)", "\0安全\u0007", "\ud800安全"])
            Assert.Equal(typed is "' OR 1=1 --完" ? 0 : 1, (await library.FindAsync(new SearchRequest(typed))).Count);
        Assert.Equal("search.empty", await library.RefusalAsync(" 　\"\" ！"));
        Assert.Equal("search.long", await library.RefusalAsync(new string('长', 65)));
        Assert.Equal("search.many", await library.RefusalAsync("一 二 三 四 五 六 七 八 九"));
    }

    [Fact(DisplayName = "多于一千件，说“1000+”，不逐一去数；翻页不重不漏")]
    public async Task Nobody_counts_beyond_a_thousand()
    {
        await using var library = await ALibrary.OpenAsync(DatabaseEngine.Sqlite);
        await library.AddManyAsync(1003, number => ($"第{number}号公告", string.Concat(Enumerable.Repeat("公告内容。", number % 7 == 0 ? 700 : 1))));

        var answer = await library.FindAsync(new SearchRequest("公告"), 0, 20);
        Assert.Equal((1000, true, 20), (answer.Count, answer.IsMore, answer.Hits.Count));
        var exact = await library.FindAsync(new SearchRequest("第1号"), 0, 20);
        Assert.Equal((1, false), (exact.Count, exact.IsMore));
        HashSet<Guid> seen = [];
        for (var skip = 0; skip < 1000; skip += 100)
            foreach (var hit in (await library.FindAsync(new SearchRequest("公告"), skip, 100)).Hits) Assert.True(seen.Add(hit.DocumentId));
        Assert.Equal(1000, seen.Count);
    }
}

using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Desk;

/// <summary>联系方式：how a person is reached, masked; changed here, and opened with a reason.</summary>
public abstract class ContactPage(GongkaiDb db, ContactAddresses contacts) : DeskPage
{
    /// <summary>Whose.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>What was just opened, or null.</summary>
    public (string Name, string Value)? Opened { get; private set; }

    /// <summary>The people this page may speak of.</summary>
    protected abstract IQueryable<Person> People { get; }

    /// <summary>The tables.</summary>
    protected GongkaiDb Db => db;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string login, CancellationToken cancellation) => await LoadAsync(login, cancellation) ? Page() : NotFound();

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostContactAsync(string login, [MaxLength(100)] string? phone, [MaxLength(200)] string? email, CancellationToken cancellation)
    {
        if (!await LoadAsync(login, cancellation)) return NotFound();
        var changed = await contacts.ChangeAsync(Who.Caller, new PersonId(Person.Id), phone, email, cancellation);
        return changed.IsRefused ? Again("phone", changed.Refusal) : Go(Request.Path.Value!, changed.Value.Count == 0 ? "没有改动。" : "已保存联系方式。");
    }

    /// <summary>Opens one with a reason.</summary>
    public async Task<IActionResult> OnPostOpenAsync(string login, string channel, [MaxLength(500)] string? reason, CancellationToken cancellation)
    {
        if (!await LoadAsync(login, cancellation)) return NotFound();
        var which = EnumCode<ContactChannel>.TryParse(channel, out var known) ? known : ContactChannel.Phone;
        var opened = await contacts.OpenAsync(Who.Caller, HttpContext.Features.Get<Agency>()?.Id, new PersonId(Person.Id), which, reason ?? "", cancellation);
        if (opened.IsRefused) return Again("reason", opened.Refusal);
        Opened = ($"{Person.Name}的{(which == ContactChannel.Phone ? "电话" : "邮箱")}", opened.Value);
        return Page();
    }

    private async Task<bool> LoadAsync(string login, CancellationToken cancellation)
    {
        var normalised = Logins.Normalise(login);
        if (await People.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == normalised, cancellation) is not { } person) return false;
        Person = person;
        return true;
    }
}

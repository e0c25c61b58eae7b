using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AuditRetentionDays",
                table: "House",
                type: "INTEGER",
                nullable: false,
                defaultValue: 184);

            migrationBuilder.AddColumn<string>(
                name: "PurgedAt",
                table: "Files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Phone",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true,
                oldCollation: "BINARY");

            migrationBuilder.AlterColumn<string>(
                name: "OfficeName",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true,
                oldCollation: "BINARY");

            migrationBuilder.AlterColumn<string>(
                name: "OfficeHours",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true,
                oldCollation: "BINARY");

            migrationBuilder.AlterColumn<string>(
                name: "InternetContact",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true,
                oldCollation: "BINARY");

            migrationBuilder.AlterColumn<string>(
                name: "Fax",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true,
                oldCollation: "BINARY");

            migrationBuilder.AlterColumn<string>(
                name: "Address",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true,
                oldCollation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "ApplicationEmail",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Arrangement",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "AuthorityId",
                table: "Agencies",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Classification",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HowToObtain",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ParentId",
                table: "Agencies",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PostalAddress",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PostalCode",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SocialCreditCode",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<byte[]>(
                name: "SuccessorId",
                table: "Agencies",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AdoptedChains",
                columns: table => new
                {
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Source = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    AdoptedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdoptedChains", x => new { x.AgencyId, x.Code, x.Number });
                    table.ForeignKey(
                        name: "FK_AdoptedChains_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    ChainId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    HappenedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    From = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Message = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Text = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Hash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => new { x.ChainId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "AuditChains",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Node = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    CutSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    CutHash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Channels",
                columns: table => new
                {
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Open = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reach = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    SignIn = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    SinceOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => new { x.AgencyId, x.Channel });
                    table.ForeignKey(
                        name: "FK_Channels_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FromPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ToPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Form = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Body = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Grounds = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Attribute = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DocumentNumber = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IndexNumber = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    SealedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ServedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    WaitingStep = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    SinceAt = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drafts_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerNames",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerNames_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Modules",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Module = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    InUse = table.Column<bool>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Modules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Modules_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    HouseRole = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    PasswordChangedAt = table.Column<string>(type: "TEXT", nullable: true),
                    DisabledAt = table.Column<string>(type: "TEXT", nullable: true),
                    LockedUntilAt = table.Column<string>(type: "TEXT", nullable: true),
                    CodeSecret = table.Column<string>(type: "TEXT", nullable: true),
                    LastCodeStep = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true, collation: "BINARY"),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true, collation: "BINARY"),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Xml = table.Column<string>(type: "TEXT", nullable: false),
                    StoredAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublicationSites",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Site = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Column = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Keeper = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicationSites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PublicationSites_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Regions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ParentCode = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regions", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Remedies",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Address = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Note = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Remedies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Remedies_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SealKeys",
                columns: table => new
                {
                    Purpose = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealKeys", x => new { x.Purpose, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ApprovalLinks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DraftId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Manifest = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    IssuedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<string>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprovalLinks_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalLinks_Drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "Drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalNotes",
                columns: table => new
                {
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    DraftId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Words = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalNotes", x => new { x.AgencyId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ApprovalNotes_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalNotes_Drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "Drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DraftAttachments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DraftId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    FileHash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DraftAttachments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DraftAttachments_Drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "Drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DraftAttachments_Files_FileHash",
                        column: x => x.FileHash,
                        principalTable: "Files",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drafters",
                columns: table => new
                {
                    DraftId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    SinceAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafters", x => new { x.DraftId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_Drafters_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Drafters_Drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "Drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FiledSheets",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DraftId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Page = table.Column<int>(type: "INTEGER", nullable: false),
                    Manifest = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    FiledAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiledSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FiledSheets_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FiledSheets_Drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "Drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FiledSheets_Files_FileHash",
                        column: x => x.FileHash,
                        principalTable: "Files",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WaitingApprovals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DraftId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Task = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Step = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Entry = table.Column<long>(type: "INTEGER", nullable: true),
                    SinceAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitingApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WaitingApprovals_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WaitingApprovals_Drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "Drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerPasswords",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ReplacedAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerPasswords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerPasswords_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_PersonLogins_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_PersonPasskeys_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Posts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Substitute = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Posts_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Posts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UsedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Browser = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Proof = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Sessions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_AuthorityId",
                table: "Agencies",
                column: "AuthorityId");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_ParentId",
                table: "Agencies",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_SuccessorId",
                table: "Agencies",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_AgencyId",
                table: "ApprovalLinks",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_DraftId",
                table: "ApprovalLinks",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_TokenHash",
                table: "ApprovalLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalNotes_DraftId",
                table: "ApprovalNotes",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_AgencyId_HappenedAt",
                table: "Audit",
                columns: new[] { "AgencyId", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ChainId_PreviousHash",
                table: "Audit",
                columns: new[] { "ChainId", "PreviousHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_HappenedAt",
                table: "Audit",
                column: "HappenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Kind_HappenedAt",
                table: "Audit",
                columns: new[] { "Kind", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_PersonId_HappenedAt",
                table: "Audit",
                columns: new[] { "PersonId", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_HappenedAt",
                table: "Audit",
                columns: new[] { "Subject", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditChains_Node",
                table: "AuditChains",
                column: "Node",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_AgencyId_ToPersonId_EndsOn",
                table: "Delegations",
                columns: new[] { "AgencyId", "ToPersonId", "EndsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DraftAttachments_AgencyId",
                table: "DraftAttachments",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_DraftAttachments_DraftId",
                table: "DraftAttachments",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_DraftAttachments_FileHash",
                table: "DraftAttachments",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_Drafters_AgencyId",
                table: "Drafters",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AgencyId_DocumentNumber",
                table: "Drafts",
                columns: new[] { "AgencyId", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AgencyId_State_SinceAt",
                table: "Drafts",
                columns: new[] { "AgencyId", "State", "SinceAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Code",
                table: "Drafts",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiledSheets_AgencyId",
                table: "FiledSheets",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_FiledSheets_DraftId_FileHash_Page",
                table: "FiledSheets",
                columns: new[] { "DraftId", "FileHash", "Page" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiledSheets_FileHash",
                table: "FiledSheets",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_FormerNames_AgencyId",
                table: "FormerNames",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerPasswords_PersonId",
                table: "FormerPasswords",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Modules_AgencyId",
                table: "Modules",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "People",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonLogins_UserId",
                table: "PersonLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonPasskeys_UserId",
                table: "PersonPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_AgencyId",
                table: "Posts",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_PersonId",
                table: "Posts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicationSites_AgencyId",
                table: "PublicationSites",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_PersonId",
                table: "RecoveryCodes",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Remedies_AgencyId",
                table: "Remedies",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PersonId",
                table: "Sessions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingApprovals_AgencyId_Role_SinceAt",
                table: "WaitingApprovals",
                columns: new[] { "AgencyId", "Role", "SinceAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WaitingApprovals_DraftId",
                table: "WaitingApprovals",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingApprovals_PersonId_SinceAt",
                table: "WaitingApprovals",
                columns: new[] { "PersonId", "SinceAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Agencies_Agencies_AuthorityId",
                table: "Agencies",
                column: "AuthorityId",
                principalTable: "Agencies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Agencies_Agencies_ParentId",
                table: "Agencies",
                column: "ParentId",
                principalTable: "Agencies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Agencies_Agencies_SuccessorId",
                table: "Agencies",
                column: "SuccessorId",
                principalTable: "Agencies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Agencies_Agencies_AuthorityId",
                table: "Agencies");

            migrationBuilder.DropForeignKey(
                name: "FK_Agencies_Agencies_ParentId",
                table: "Agencies");

            migrationBuilder.DropForeignKey(
                name: "FK_Agencies_Agencies_SuccessorId",
                table: "Agencies");

            migrationBuilder.DropTable(
                name: "AdoptedChains");

            migrationBuilder.DropTable(
                name: "ApprovalLinks");

            migrationBuilder.DropTable(
                name: "ApprovalNotes");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "AuditChains");

            migrationBuilder.DropTable(
                name: "Channels");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "DraftAttachments");

            migrationBuilder.DropTable(
                name: "Drafters");

            migrationBuilder.DropTable(
                name: "FiledSheets");

            migrationBuilder.DropTable(
                name: "FormerNames");

            migrationBuilder.DropTable(
                name: "FormerPasswords");

            migrationBuilder.DropTable(
                name: "Modules");

            migrationBuilder.DropTable(
                name: "PersonLogins");

            migrationBuilder.DropTable(
                name: "PersonPasskeys");

            migrationBuilder.DropTable(
                name: "Posts");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "PublicationSites");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "Regions");

            migrationBuilder.DropTable(
                name: "Remedies");

            migrationBuilder.DropTable(
                name: "SealKeys");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "WaitingApprovals");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_AuthorityId",
                table: "Agencies");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_ParentId",
                table: "Agencies");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_SuccessorId",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "AuditRetentionDays",
                table: "House");

            migrationBuilder.DropColumn(
                name: "PurgedAt",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "ApplicationEmail",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "Arrangement",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "AuthorityId",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "Classification",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "HowToObtain",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "PostalAddress",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "PostalCode",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "SocialCreditCode",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Agencies");

            migrationBuilder.AlterColumn<string>(
                name: "Phone",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                collation: "BINARY",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "OfficeName",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                collation: "BINARY",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "OfficeHours",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                collation: "BINARY",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "InternetContact",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                collation: "BINARY",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Fax",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                collation: "BINARY",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Address",
                table: "Agencies",
                type: "TEXT",
                nullable: true,
                collation: "BINARY",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}

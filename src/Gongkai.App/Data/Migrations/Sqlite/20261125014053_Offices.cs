using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Offices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApprovalNotes");

            migrationBuilder.AddColumn<DateOnly>(
                name: "HandedOverOn",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactEmail",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactEmailPrint",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactPhone",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactPhonePrint",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HandedOverOn",
                table: "Instruments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TakenOverOn",
                table: "Instruments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedText",
                table: "Drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HandedOverOn",
                table: "Disputes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FilesBrokenYear",
                table: "Agencies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AgencyNotices",
                columns: table => new
                {
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByEmail = table.Column<bool>(type: "INTEGER", nullable: false),
                    BySms = table.Column<bool>(type: "INTEGER", nullable: false),
                    Robot = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    RobotAddress = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyNotices", x => x.AgencyId);
                    table.ForeignKey(
                        name: "FK_AgencyNotices_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseDoors",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ToAgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Partner = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Question = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    OpenedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    OpenedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    AnsweredAt = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDoors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDoors_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDoors_Agencies_ToAgencyId",
                        column: x => x.ToAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDoors_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Conversions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SourceHash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ResultHash = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<string>(type: "TEXT", nullable: false),
                    NextAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conversions_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Conversions_Files_ResultHash",
                        column: x => x.ResultHash,
                        principalTable: "Files",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Conversions_Files_SourceHash",
                        column: x => x.SourceHash,
                        principalTable: "Files",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FromPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ToPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    HandedOverAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handovers_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Job = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Node = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MachineTokens",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Scope = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<string>(type: "TEXT", nullable: false),
                    LastUsedAt = table.Column<string>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MachineTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MachineTokens_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MachineTokens_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    HappenedAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutboxMessages_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonCertificates",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ExpiresAt = table.Column<string>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonCertificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonCertificates_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonNotices",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Means = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonNotices", x => new { x.PersonId, x.Means });
                    table.ForeignKey(
                        name: "FK_PersonNotices_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MessageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Means = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DeliveredAt = table.Column<string>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_OutboxMessages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "OutboxMessages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDoors_AgencyId",
                table: "CaseDoors",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDoors_RequestId",
                table: "CaseDoors",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDoors_ToAgencyId_EndedAt",
                table: "CaseDoors",
                columns: new[] { "ToAgencyId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversions_AgencyId_SourceHash",
                table: "Conversions",
                columns: new[] { "AgencyId", "SourceHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Conversions_ResultHash",
                table: "Conversions",
                column: "ResultHash");

            migrationBuilder.CreateIndex(
                name: "IX_Conversions_SourceHash",
                table: "Conversions",
                column: "SourceHash");

            migrationBuilder.CreateIndex(
                name: "IX_Conversions_State_NextAt",
                table: "Conversions",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_AgencyId",
                table: "Deliveries",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_MessageId",
                table: "Deliveries",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_PersonId_Means_ReadAt",
                table: "Deliveries",
                columns: new[] { "PersonId", "Means", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_NextAt",
                table: "Deliveries",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_AgencyId_ToPersonId",
                table: "Handovers",
                columns: new[] { "AgencyId", "ToPersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Job_StartedAt",
                table: "JobRuns",
                columns: new[] { "Job", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MachineTokens_AgencyId",
                table: "MachineTokens",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_MachineTokens_Hash",
                table: "MachineTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MachineTokens_MadeById",
                table: "MachineTokens",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_AgencyId_Key",
                table: "OutboxMessages",
                columns: new[] { "AgencyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonCertificates_Fingerprint",
                table: "PersonCertificates",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonCertificates_PersonId",
                table: "PersonCertificates",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgencyNotices");

            migrationBuilder.DropTable(
                name: "CaseDoors");

            migrationBuilder.DropTable(
                name: "Conversions");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "MachineTokens");

            migrationBuilder.DropTable(
                name: "PersonCertificates");

            migrationBuilder.DropTable(
                name: "PersonNotices");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "HandedOverOn",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "ContactEmail",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ContactEmailPrint",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ContactPhone",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ContactPhonePrint",
                table: "People");

            migrationBuilder.DropColumn(
                name: "HandedOverOn",
                table: "Instruments");

            migrationBuilder.DropColumn(
                name: "TakenOverOn",
                table: "Instruments");

            migrationBuilder.DropColumn(
                name: "SealedText",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "HandedOverOn",
                table: "Disputes");

            migrationBuilder.DropColumn(
                name: "FilesBrokenYear",
                table: "Agencies");

            migrationBuilder.CreateTable(
                name: "ApprovalNotes",
                columns: table => new
                {
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    DraftId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Words = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
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

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalNotes_DraftId",
                table: "ApprovalNotes",
                column: "DraftId");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Agencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_FormerNames_AgencyId",
                table: "FormerNames",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Modules_AgencyId",
                table: "Modules",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicationSites_AgencyId",
                table: "PublicationSites",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Remedies_AgencyId",
                table: "Remedies",
                column: "AgencyId");

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
                name: "Channels");

            migrationBuilder.DropTable(
                name: "FormerNames");

            migrationBuilder.DropTable(
                name: "Modules");

            migrationBuilder.DropTable(
                name: "PublicationSites");

            migrationBuilder.DropTable(
                name: "Regions");

            migrationBuilder.DropTable(
                name: "Remedies");

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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IndexedDocuments",
                columns: table => new
                {
                    Serial = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Validity = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexedDocuments", x => x.Serial);
                    table.ForeignKey(
                        name: "FK_IndexedDocuments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IndexedPassages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexedPassages", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IndexedDocuments_AgencyId",
                table: "IndexedDocuments",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_IndexedDocuments_DocumentId",
                table: "IndexedDocuments",
                column: "DocumentId",
                unique: true);

            // The index itself is no table of the model: each database has its own kind, see App/Search.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "SearchIndex" USING fts5(body, tokenize='ascii', content='', contentless_delete=1, prefix='4')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE \"SearchIndex\"");

            migrationBuilder.DropTable(
                name: "IndexedDocuments");

            migrationBuilder.DropTable(
                name: "IndexedPassages");
        }
    }
}

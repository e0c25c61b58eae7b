using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Gongkai.App.Data.Migrations.Postgres
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
                    Serial = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Validity = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                CREATE TABLE "SearchIndex" ("Id" bigint NOT NULL PRIMARY KEY, "Tokens" tsvector NOT NULL);
                CREATE INDEX "IX_SearchIndex_Tokens" ON "SearchIndex" USING gin ("Tokens")
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

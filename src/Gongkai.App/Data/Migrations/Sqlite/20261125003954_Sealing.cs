using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sealing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApprovalNotes");

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

            migrationBuilder.AddColumn<string>(
                name: "SealedText",
                table: "Drafts",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "SealedText",
                table: "Drafts");

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

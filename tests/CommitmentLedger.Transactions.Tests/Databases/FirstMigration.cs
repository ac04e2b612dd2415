using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>The application's first migration.</summary>
[DbContext(typeof(Shop))]
[Migration(Name)]
public sealed class FirstMigration : Migration
{
    public const string Name = "20260301080000_First";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "orders",
        columns: table => new
        {
            number = table.Column<string>(maxLength: 40),
            customer = table.Column<string>(maxLength: 100),
            promise = table.Column<string>(maxLength: 40, nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_orders", order => order.number));
}

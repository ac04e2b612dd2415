using Microsoft.EntityFrameworkCore;

namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>The application's own tables.</summary>
public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public const string CreateOrders = "CREATE TABLE orders (number varchar(40) NOT NULL PRIMARY KEY, customer varchar(100) NOT NULL, promise varchar(40) NULL)";

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>(order =>
    {
        order.ToTable("orders").HasKey(it => it.Number);
        order.Property(it => it.Number).HasColumnName("number").HasMaxLength(40);
        order.Property(it => it.Customer).HasColumnName("customer").HasMaxLength(100);
        order.Property(it => it.Promise).HasColumnName("promise").HasMaxLength(40);
    });
}

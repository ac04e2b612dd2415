using NodaTime;

namespace CommitmentLedger.Tests.MeetingPreconditions;

/// <summary>Time is the customer's only while everything that is missing is the customer's to bring about.</summary>
public class CustomersWaitTests
{
    private static readonly Precondition Ours = Precondition.ByUs("card linked to account");
    private static readonly Precondition Suppliers = Precondition.BySupplier("card printed");
    private static readonly Precondition Customers = Precondition.ByCustomer("set your own PIN");

    private static Story With(params Precondition[] preconditions) => new Story().GivenPromise(Within(BusinessTime.FromHours(4)) with { Preconditions = [.. preconditions] });

    private static Promise Within(BusinessTime time) =>
        Some.Promise() with { PromisedDue = Deadline.Within(time, Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai)) };

    public static TheoryData<string> NotTheCustomers => [Ours.Name, Suppliers.Name];

    private static Precondition Named(string name) => new[] { Ours, Suppliers, Customers }.Single(condition => condition.IsNamed(name));

    [Theory]
    [MemberData(nameof(NotTheCustomers))]
    public void While_a_step_of_ours_or_a_suppliers_is_missing_too_the_time_is_ours(string name)
    {
        Story story = With(Named(name), Customers);

        story.It.Clock.State.Should().Be(ClockState.Running);
        story.When(new Pause(story.Id, Party.Customer, "waits for the PIN")).ThenIsRefused("waits_for_us");
        story.When(new MeetPrecondition(story.Id, name)).Then(typeof(PreconditionMet), typeof(Paused));
        story.It.Clock.OpenPause!.On.Should().Be(Party.Customer);
    }

    [Theory]
    [MemberData(nameof(NotTheCustomers))]
    public void A_promise_does_not_expire_while_a_step_of_ours_or_a_suppliers_is_missing(string name)
    {
        Story story = With(Customers, Named(name));

        story.When(new Expire(story.Id, Some.Words("No PIN was set."))).ThenIsRefused("waits_for_us");
        story.Given(new MeetPrecondition(story.Id, Customers.Name));
        story.When(new Expire(story.Id, Some.Words())).ThenIsRefused("waits_for_us");
    }

    [Fact]
    public void A_promise_expires_while_only_the_customers_steps_are_missing()
    {
        Story story = With(Customers, Ours);

        story.Given(new MeetPrecondition(story.Id, Ours.Name)).When(new Expire(story.Id, Some.Words("No PIN was set."))).Then(typeof(Expired));
    }

    [Fact]
    public void A_choice_that_needs_a_step_of_ours_ends_the_customers_wait()
    {
        Choice payment = Choice.Of("payment", [Option.Of("card") with { Needs = [Ours] }, Option.Of("cash")]);
        Story story = new Story().GivenPromise(Within(BusinessTime.FromHours(4)) with { Preconditions = [Customers], Choices = [payment] });
        story.It.Clock.State.Should().Be(ClockState.Paused);

        story.When(new Choose(story.Id, "payment", "card")).Then(typeof(Chosen), typeof(Resumed));
    }

    [Fact]
    public void A_pause_on_the_customer_ends_when_a_step_of_ours_comes_up()
    {
        Choice payment = Choice.Of("payment", [Option.Of("card") with { Needs = [Ours] }, Option.Of("cash")]);
        Story story = new Story().GivenPromise(Within(BusinessTime.FromHours(4)) with { Choices = [payment] });
        story.Given(new Pause(story.Id, Party.Customer, "asked us to wait"));

        story.When(new Choose(story.Id, "payment", "card")).Then(typeof(Chosen), typeof(Resumed));
    }

    [Fact]
    public void Our_own_pause_gives_way_to_the_customers_when_it_ends()
    {
        Story story = With(Ours, Customers);
        story.Given(new Pause(story.Id, Party.Us, "system is down")).Given(new MeetPrecondition(story.Id, Ours.Name));
        story.It.Clock.OpenPause!.On.Should().Be(Party.Us);

        story.When(new Resume(story.Id)).Then(typeof(Resumed), typeof(Paused));

        story.It.Clock.OpenPause!.On.Should().Be(Party.Customer);
    }

    [Fact]
    public void Words_without_the_customers_step_end_the_wait()
    {
        Story story = With(Customers);

        story.When(new Renegotiate(story.Id, Within(BusinessTime.FromHours(6))) { Consent = Some.Consent() }).Then(typeof(Renegotiated), typeof(Resumed));
    }

    [Fact]
    public void The_customers_time_is_split_off_and_no_other()
    {
        Story story = With(Ours, Customers);
        story.After(Duration.FromHours(1)).Given(new MeetPrecondition(story.Id, Ours.Name));
        story.After(Duration.FromHours(2)).Given(new MeetPrecondition(story.Id, Customers.Name));
        story.Given(new Pause(story.Id, Party.Supplier, "courier")).After(Duration.FromHours(3)).Given(new Resume(story.Id));

        TimeSplit split = story.It.Clock.Read(story.It.Promise.PromisedDue!, WorkingCalendar.AroundTheClock(Some.Dubai), story.Now).Value.Split;

        split.Should().Be(new TimeSplit(Duration.FromHours(1), Duration.Zero, Duration.FromHours(2), Duration.FromHours(3)));
    }

    [Fact]
    public void Time_is_never_the_customers_while_only_a_step_of_ours_is_missing()
    {
        Story story = With(Ours);

        story.When(new Pause(story.Id, Party.Customer, "waits for the guest")).ThenIsRefused("waits_for_us");
    }

    [Fact]
    public void A_date_that_is_agreed_while_we_wait_for_the_customer_is_told_and_not_due_yet()
    {
        Story story = With(Customers);
        Promise longer = Within(BusinessTime.FromHours(6)) with { Preconditions = [Customers] };

        story.Given(new Renegotiate(story.Id, longer) { Consent = Some.Consent() });

        (story.It.DueTimes, story.It.DueBeforePause, story.It.Bindingness).Should().Be((null, longer.PromisedDue!.Due, Bindingness.Conditional));
    }

    [Fact]
    public void A_date_that_is_agreed_while_our_clock_runs_is_due()
    {
        Story story = With(Ours);

        story.Given(new Renegotiate(story.Id, Within(BusinessTime.FromHours(6)) with { Preconditions = [Ours] }) { Consent = Some.Consent() });

        (story.It.DueBeforePause, story.It.Bindingness).Should().Be((null, Bindingness.Conditional));
    }
}

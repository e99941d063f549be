// The types of Polly that the generated client names. Without a policy it repeats nothing.
namespace Polly
{
    public enum OutcomeType { Successful, Failure }

    public class PolicyResult<TResult>
    {
        public OutcomeType Outcome { get; set; }
        public TResult Result { get; set; }
        public System.Exception FinalException { get; set; }
    }

    public interface ISyncPolicy<TResult> { }

    public interface IAsyncPolicy<TResult>
    {
        System.Threading.Tasks.Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(System.Func<System.Threading.Tasks.Task<TResult>> action);
    }
}

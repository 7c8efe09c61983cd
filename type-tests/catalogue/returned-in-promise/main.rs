include!("../prelude.rs");

pub async fn run() {
    let fd = with_current(|current| async move { //~ error
        tick().await;
        get_unused_fd_flags(current, O_CLOEXEC)
    })
    .await;
}

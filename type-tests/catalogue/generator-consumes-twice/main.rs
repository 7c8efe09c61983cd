include!("../prelude.rs");

// Stable Rust writes a coroutine as an async function.
async fn steps(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(fd);
    tick().await;
    put_unused_fd(fd); //~ E0382
    Ok(0)
}

pub async fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    steps(current).await
}

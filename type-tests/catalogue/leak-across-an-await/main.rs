include!("../prelude.rs");

async fn refuse() -> Result<(), Errno> {
    tick().await;
    risky()
}

pub async fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    refuse().await?;
    put_unused_fd(fd);
    Ok(())
}

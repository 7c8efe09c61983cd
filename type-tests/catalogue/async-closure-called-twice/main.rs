include!("../prelude.rs");

pub async fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let commit = || async move {
        tick().await;
        put_unused_fd(fd);
    };
    commit().await;
    commit().await; //~ E0382
    Ok(())
}
